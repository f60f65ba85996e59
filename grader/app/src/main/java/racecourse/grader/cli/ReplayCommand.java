package racecourse.grader.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import racecourse.grader.intake.IntakeException;
import racecourse.grader.replay.Asked;
import racecourse.grader.replay.Replay;
import racecourse.grader.replay.ReplayProblem;
import racecourse.grader.replay.Replayed;
import racecourse.grader.replay.StoredResult;
import racecourse.grader.report.ReplayReport;
import racecourse.grader.report.RunFacts;

/** {@code racecourse replay}. */
@Command(
        name = "replay",
        description =
                "Repeats a check that failed, with the seed and by the detectors of then, and says whether the same is"
                        + " seen.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes%n",
        exitCodeList = {
            "0:the same was seen",
            "1:something else was seen, or what shows every time was not",
            "2:the command line is wrong, the result cannot be read, or the sources have changed",
            "3:the grader itself failed"
        })
final class ReplayCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "RESULT", description = "a result.json, or the folder that holds it")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path result;

    @Parameters(
            index = "1",
            paramLabel = "CHECK",
            description = "a check that failed, counter.no-lost-update, or one of its detectors,"
                    + " counter.no-lost-update/decrements")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String check;

    @Option(names = "--times", paramLabel = "N", description = "how often, each time in new JVMs (${DEFAULT-VALUE})")
    private int times = 1;

    @Option(names = "--from", paramLabel = "DIR", description = "where the submission is now, if not where it was")
    private @Nullable Path from;

    @Option(
            names = "--trust-submission",
            description = "run code from outside this checkout, with your rights (or RACECOURSE_TRUST=1)")
    private boolean trust;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (times < 1) {
            throw usage("--times is " + times + "; once is the least");
        }
        try {
            StoredResult stored = StoredResult.read(result);
            Asked asked = stored.ask(check);
            Path directory = from == null ? stored.directory() : from;
            Optional<String> refusal = Trust.refusal(List.of(directory), trust);
            if (refusal.isPresent()) {
                throw usage(refusal.get());
            }
            ReplayReport report = new ReplayReport(System.out);
            report.head(asked, directory, stored.seed());
            report.changes(stored.run(), RunFacts.here(stored.seed(), ""));
            Replayed replayed = new Replay(stored, step -> {}).run(asked, directory, times);
            report.print(replayed);
            return replayed.broken() ? ExitCodes.GRADER : replayed.same() ? ExitCodes.SAME : ExitCodes.DIFFERENT;
        } catch (ReplayProblem | IntakeException e) {
            // the command line itself is right, so how to write one is no help
            spec.commandLine().getErr().println(e.getMessage());
            return ExitCodes.USAGE;
        }
    }

    private CommandLine.ParameterException usage(String message) {
        return new CommandLine.ParameterException(spec.commandLine(), message);
    }
}
