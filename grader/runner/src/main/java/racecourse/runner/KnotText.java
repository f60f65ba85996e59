package racecourse.runner;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import racecourse.checks.protocol.Knot;
import racecourse.checks.protocol.Message;
import racecourse.checks.protocol.Place;
import racecourse.checks.protocol.Step;

/** Threads that wait for ever, in sentences. */
public final class KnotText {
    private final Texts texts;

    /** @param texts the lab's texts */
    public KnotText(Texts texts) {
        this.texts = texts;
    }

    /**
     * Tells of a knot.
     *
     * @param knot the threads
     * @param since what each did last, as far as it is known
     * @return sentences, one a line; those about the thread of the line before begin with blanks
     */
    public List<String> lines(Knot knot, Map<String, Step> since) {
        List<String> lines = new ArrayList<>();
        for (Knot.Waiter waiter : knot.waiters()) {
            Step step = since.get(waiter.thread());
            String from =
                    step != null && step.action() == Step.Action.CALL ? ", " + fill("knot.since", step.target()) : "";
            lines.add(wants(waiter) + from + at(waiter.at()));
            for (Knot.Held held : waiter.holds()) {
                lines.add("  " + fill("knot.holds", held.lock()) + at(held.since()));
            }
        }
        List<Knot.Waiter> circle = knot.circle();
        if (!circle.isEmpty()) {
            lines.add(circle.stream().map(Knot.Waiter::thread).collect(Collectors.joining(" → ")) + " → "
                    + circle.get(0).thread() + ": " + fill("knot.circle"));
        } else {
            lines.add(
                    knot.ended().isEmpty() ? fill("knot.nobody") : fill("knot.ended", String.join(", ", knot.ended())));
        }
        return lines;
    }

    private String wants(Knot.Waiter waiter) {
        if (waiter.lock().isEmpty()) {
            return fill("knot.sleeps", waiter.thread());
        }
        if (waiter.want() == Knot.Want.SIGNAL) {
            return fill("knot.signal", waiter.thread(), waiter.lock());
        }
        return waiter.holder().isEmpty()
                ? fill("knot.left", waiter.thread(), waiter.lock())
                : fill("knot.lock", waiter.thread(), waiter.lock(), waiter.holder());
    }

    private static String at(@Nullable Place place) {
        return place == null || place.line() == 0 ? "" : "   :" + place.line();
    }

    private String fill(String key, Object... arguments) {
        return texts.text(Message.of(key, arguments));
    }
}
