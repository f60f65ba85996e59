package racecourse.runner.junit;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.opentest4j.TestAbortedException;
import racecourse.checks.catalogue.Lab;
import racecourse.checks.catalogue.Labs;
import racecourse.runner.Again;
import racecourse.runner.CheckResult;
import racecourse.runner.InProcessRun;
import racecourse.runner.KitClassPath;
import racecourse.runner.LabResult;
import racecourse.runner.Points;
import racecourse.runner.Races;
import racecourse.runner.Rubric;
import racecourse.runner.StudentText;
import racecourse.runner.SubmissionRun;
import racecourse.runner.Texts;
import racecourse.runner.Verdict;
import racecourse.runner.WorkerPool;

/**
 * The checks of a lab as dynamic tests. They run in JVMs of their own, as they do when the lab is graded; with
 * {@code -Dracecourse.inProcess=true} they run in this one, for a debugger.
 */
public final class LabTests {
    private static final long SEED = 20_240_901;

    private LabTests() {}

    /**
     * Runs the checks of a lab on the classes of this project; with {@code -Dracecourse.again=CHECK@SEED} that one alone,
     * with what it needs.
     *
     * @param name the lab, {@code counter}
     * @return a test for each check
     * @throws InterruptedException if the tests are called off
     */
    public static Stream<DynamicTest> of(String name) throws InterruptedException {
        Lab lab = Labs.find(name).orElseThrow(() -> new IllegalArgumentException("there is no lab " + name));
        Optional<AgainToken> token = AgainToken.given();
        if (token.isPresent() && !token.get().isOf(lab)) {
            throw new TestAbortedException(
                    AgainToken.PROPERTY + " asks for " + token.get() + ", which is of another lab");
        }
        long seed = token.map(AgainToken::seed).orElse(SEED);
        List<Path> classPath = KitClassPath.ofStudent();
        LabResult result = run(token.map(one -> one.narrow(lab)).orElse(lab), classPath, seed);
        result.warnings().forEach(warning -> System.err.println("warning: " + warning));
        Rubric rubric = Rubric.bundled();
        String test = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1) + "Test";
        Texts texts = Texts.of(name, Locale.getDefault());
        // quoted, because one of the shells of Windows cuts such an option at its dots
        Again again = check ->
                "mvn test -Dtest=" + test + " \"-D" + AgainToken.PROPERTY + "=" + new AgainToken(check, seed) + "\"";
        StudentText text = new StudentText(texts, again, false);
        return result.checks().stream()
                .map(check -> DynamicTest.dynamicTest(
                        check.id() + " — " + texts.text(check.id() + ".title"),
                        () -> tell(
                                check,
                                text,
                                rubric.points(name, check),
                                rubric.worth(name, check.id()).points())));
    }

    private static LabResult run(Lab lab, List<Path> classPath, long seed) throws InterruptedException {
        if (Boolean.getBoolean("racecourse.inProcess")) {
            return InProcessRun.of(lab, classPath, seed);
        }
        try (WorkerPool pool = new WorkerPool()) {
            pool.prepare(Races.QUICK);
            return new SubmissionRun(pool, seed, Races.QUICK, step -> {})
                    .grade(Map.of(lab, classPath))
                    .get(0);
        }
    }

    private static void tell(CheckResult check, StudentText text, Points points, double worth) {
        Verdict verdict = check.verdict();
        if (verdict instanceof Verdict.Passed) {
            return;
        }
        String message = text.render(check, points, worth);
        if (verdict.isLost()) {
            throw new CheckFailed(message);
        }
        throw new TestAbortedException(message);
    }

    /**
     * The text is all: a stack of the engines tells a student nothing. Where failures are listed, by their messages,
     * there is the first line; where one is shown, as text, there is everything.
     */
    private static final class CheckFailed extends AssertionError {
        private static final long serialVersionUID = 1L;

        private final String text;

        CheckFailed(String text) {
            super(text.lines().findFirst().orElse(""));
            this.text = text;
        }

        @Override
        @SuppressWarnings("OverrideThrowableToString") // a list shows the message, and shall stay a list
        public String toString() {
            return text + "\n";
        }

        @Override
        public synchronized Throwable fillInStackTrace() {
            return this;
        }
    }
}
