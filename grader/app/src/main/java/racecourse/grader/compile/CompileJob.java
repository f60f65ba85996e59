package racecourse.grader.compile;

import java.util.List;

/**
 * What the compiler's JVM is asked to do.
 *
 * @param sources the directory that holds {@code lab}
 * @param output a directory for classes
 * @param classPath the contract
 * @param files all sources, below {@code sources}
 * @param labs the labs that are wanted
 */
record CompileJob(String sources, String output, String classPath, List<String> files, List<String> labs) {
    CompileJob {
        files = List.copyOf(files);
        labs = List.copyOf(labs);
    }
}
