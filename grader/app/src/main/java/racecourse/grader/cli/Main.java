package racecourse.grader.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import racecourse.runner.KitVersion;

/** {@code grader/racecourse}. */
@Command(
        name = "racecourse",
        description = "Grades the labs of a Java concurrency course.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        subcommands = {GradeCommand.class, ReplayCommand.class, TemplateCommand.class})
public final class Main implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    /** Says which version this is. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = KitVersion.text();
            return new String[] {"racecourse " + (version.isEmpty() ? "development" : version)};
        }
    }

    /**
     * Runs a command and ends the JVM with its exit code.
     *
     * @param arguments the command line
     */
    public static void main(String[] arguments) {
        System.setOut(new PrintStream(System.out, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(System.err, true, StandardCharsets.UTF_8));
        System.exit(execute(arguments));
    }

    static int execute(String... arguments) {
        return new CommandLine(new Main())
                .setExitCodeExceptionMapper(
                        e -> e instanceof CommandLine.ParameterException ? ExitCodes.USAGE : ExitCodes.GRADER)
                .setExecutionExceptionHandler((e, command, parsed) -> {
                    command.getErr().println("the grader itself failed: " + e);
                    e.printStackTrace(command.getErr());
                    return ExitCodes.GRADER;
                })
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(arguments);
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                spec.commandLine(),
                "say what to do: grade DIR, replay RESULT CHECK, or template DIR. --help tells more.");
    }
}
