package racecourse.grader.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a command line came to: its exit code and what it said. The checkout that the program is told of is a temporary
 * directory, because code in the checkout needs no trust; there is one for all tests of this JVM, for it is read once.
 */
record CommandLineRun(int exitCode, String out, String err) {
    private static final Path CHECKOUT = makeCheckout();

    private static Path makeCheckout() {
        try {
            Path directory = Files.createTempDirectory("racecourse-home");
            directory.toFile().deleteOnExit();
            System.setProperty("racecourse.home", directory.toString());
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns where submissions have to be. */
    static Path checkout() {
        return CHECKOUT;
    }

    static synchronized CommandLineRun of(String... arguments) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream outBytes = new ByteArrayOutputStream();
        ByteArrayOutputStream errBytes = new ByteArrayOutputStream();
        System.setOut(new PrintStream(outBytes, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(errBytes, true, StandardCharsets.UTF_8));
        try {
            int exitCode = Main.execute(arguments);
            return new CommandLineRun(
                    exitCode, outBytes.toString(StandardCharsets.UTF_8), errBytes.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }
}
