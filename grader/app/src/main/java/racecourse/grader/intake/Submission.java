package racecourse.grader.intake;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * The sources of one submission.
 *
 * @param name unique among the submissions graded together, and fit to be a file's name
 * @param directory where it came from
 * @param root where {@code lab} was in it, {@code src/main/java}; empty where it was right there
 * @param sources the directory that holds the copy of {@code lab}
 * @param files the sources below it, {@code lab/counter/MutexCounter.java}, sorted
 * @param labs the packages right below {@code lab} that have sources
 * @param contentHash SHA-256 over names and contents of the sources
 * @param remarks what was left out, and why
 */
public record Submission(
        String name,
        Path directory,
        String root,
        Path sources,
        List<String> files,
        Set<String> labs,
        String contentHash,
        List<String> remarks) {
    public Submission {
        files = List.copyOf(files);
        labs = Set.copyOf(labs);
        remarks = List.copyOf(remarks);
    }

    /**
     * Returns the sources of one lab.
     *
     * @param lab the lab's name
     * @return its files, sorted
     */
    public List<String> filesOf(String lab) {
        return files.stream()
                .filter(file -> file.startsWith("lab/" + lab + "/"))
                .toList();
    }
}
