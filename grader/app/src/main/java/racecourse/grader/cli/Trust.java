package racecourse.grader.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Whether code may run: until there is a sandbox, foreign code does only where the caller says that it may. */
final class Trust {
    private Trust() {}

    /** Returns why none of the code in these directories may run, if so; says on standard error what it may do. */
    static Optional<String> refusal(List<Path> directories, boolean given) throws IOException {
        for (Path directory : directories) {
            if (Files.isDirectory(directory) && !Checkout.contains(directory)) {
                if (!given && !"1".equals(System.getenv("RACECOURSE_TRUST"))) {
                    return Optional.of(
                            directory + " is outside this checkout, and there is no sandbox yet: its code would"
                                    + " run with your rights.\n  next: add --trust-submission (or set RACECOURSE_TRUST=1) if you"
                                    + " trust it");
                }
                System.err.println("note: submissions run with your rights; nothing is isolated yet");
                return Optional.empty();
            }
        }
        return Optional.empty();
    }
}
