package racecourse.grader.compile;

import java.util.List;

/**
 * What the compiler's JVM answers.
 *
 * @param labs what became of each lab that was wanted
 */
record CompileReply(List<LabBuild> labs) {
    CompileReply {
        labs = List.copyOf(labs);
    }
}
