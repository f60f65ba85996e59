package racecourse.checks.engine;

import java.util.List;
import java.util.Set;
import racecourse.checks.protocol.Evidence;
import racecourse.checks.protocol.Message;
import racecourse.checks.protocol.Outcome;

/** Looks whether anything was printed, by these calls or by those of the detectors that ran before in this request. */
public final class QuietCalls {
    private static final int SHOWN = 80;

    private QuietCalls() {}

    /**
     * Makes calls and looks at what the submission has printed.
     *
     * @param calls the calls, on good days and on bad ones
     * @return clean, when nothing was printed
     * @throws Throwable what the calls throw, or a {@link Violation} with the line that printed
     */
    public static Outcome print(Call... calls) throws Throwable {
        return print(Set.of(), calls);
    }

    /**
     * Makes calls and looks at what was printed on the way through some classes of a submission.
     *
     * @param others names of classes whose printing is another check's affair
     * @param calls the calls, on good days and on bad ones
     * @return clean, when nothing was printed
     * @throws Throwable what the calls throw, or a {@link Violation} with the line that printed
     */
    public static Outcome print(Set<String> others, Call... calls) throws Throwable {
        for (Call call : calls) {
            try {
                call.make();
            } catch (Violation e) {
                // another check's affair
            }
        }
        List<StackTraceElement> first = Printed.first(others);
        if (first == null) {
            return new Outcome.Clean();
        }
        String text = Printed.text().strip();
        String shown = text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
        throw new Violation(Evidence.of(Message.of("engine.quiet.expected"), Message.of("engine.quiet.printed", shown))
                .at(Threads.innermost(first, null))
                .hinting(Message.of("engine.quiet.try")));
    }
}
