package racecourse.checks.sharing;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import racecourse.checks.engine.Subject;
import racecourse.checks.engine.memory.Plot;
import racecourse.checks.engine.memory.Replays;
import racecourse.checks.engine.memory.Turn;
import racecourse.checks.protocol.Message;
import racecourse.contract.sharing.Handoff;

/** What publishers and pollers do, played in every order and under every memory that the language allows. */
final class HandoffPlots {
    /** All halves, bytes and signs differ, and none is what a field holds by itself. */
    private static final int ONE = 0x0001_0002;

    private static final int TWO = 0xFFF3_FF04;
    private static final int THREE = 0x7005_6006;

    /** What polls see once the publish before them is over. */
    private static final List<Script> ENDED = List.of(
            new Script("1 ?", -1, 1),
            new Script("1 2 ?", -1, 1),
            new Script("1 ? 2 ?", -1, 1),
            new Script("? 1 ? 2 3 ?", -1, 1));

    /** The same, and polls in the middle of a publish, and publishes in the middle of a poll. */
    private static final List<Script> AT_ONCE = List.of(
            new Script("1 ? ?", 0, 1),
            new Script("1 2 ? ?", 1, 1),
            new Script("? 1 ?", 0, 1),
            new Script("1 ? 2 ?", 1, 1),
            new Script("1 ? 2 3 ?", 1, 2));

    /** A poll in the middle of another thread's poll: neither takes anything away from the other. */
    private static final List<Script> POLLS = List.of(new Script("1 ? ! ?", 1, 1));

    private HandoffPlots() {}

    /** A completed publish is seen: a poll that tells what was published before it, or nothing, has missed one. */
    static Replays seen() {
        return Replays.of(
                Message.of("sharing.handoff.seen"),
                Message.of("sharing.handoff.try"),
                plots(ENDED, Script::wasPublished));
    }

    /** While somebody publishes, a poll tells what was published last or what is being published. */
    static Replays atOnce() {
        List<Script> all = new ArrayList<>(AT_ONCE);
        all.addAll(POLLS);
        return Replays.of(
                Message.of("sharing.handoff.data"),
                Message.of("sharing.handoff.try"),
                plots(all, (script, polled) -> true));
    }

    /** What is seen is data that somebody published, and whole; that it is the last is another check's affair. */
    static Replays data() {
        List<Script> all = new ArrayList<>(ENDED);
        all.addAll(AT_ONCE);
        return Replays.of(
                Message.of("sharing.handoff.data"),
                Message.of("sharing.handoff.try"),
                plots(all, (script, polled) -> !script.wasPublished(polled)));
    }

    private static Plot[] plots(List<Script> scripts, BiPredicate<Script, OptionalInt> matters) {
        return scripts.stream().map(script -> new Polling(script, matters)).toArray(Plot[]::new);
    }

    /**
     * Publishes (a digit: which data) and polls (a question mark; an exclamation mark: by a third thread), in order.
     *
     * @param text the script
     * @param cut which of them is interrupted, -1 for none
     * @param inside how many after it are made in the middle of it
     */
    private record Script(String text, int cut, int inside) {
        List<Character> steps() {
            return text.replace(" ", "").chars().mapToObj(step -> (char) step).toList();
        }

        /** Whether that is what some poll of the script may tell: then it came at the wrong time at most. */
        boolean wasPublished(OptionalInt polled) {
            return polled.isEmpty()
                    || steps().stream().anyMatch(step -> !polls(step) && data(step) == polled.getAsInt());
        }

        static boolean polls(char step) {
            return step == '?' || step == '!';
        }

        static int data(char step) {
            return step == '1' ? ONE : step == '2' ? TWO : THREE;
        }

        /** Returns what the poll at an index may tell: as of its beginning, or of any publish that runs beside it. */
        List<OptionalInt> allowed(int index) {
            boolean isCut = index == cut;
            boolean isInside = cut >= 0 && index > cut && index <= cut + inside;
            OptionalInt before = OptionalInt.empty();
            int end = isInside ? cut : index;
            for (int i = 0; i < end; i++) {
                before = polls(steps().get(i)) ? before : OptionalInt.of(data(steps().get(i)));
            }
            List<OptionalInt> allowed = new ArrayList<>(List.of(before));
            if (isInside && !polls(steps().get(cut))) {
                allowed.add(OptionalInt.of(data(steps().get(cut))));
            }
            for (int i = cut + 1; isCut && i <= cut + inside; i++) {
                if (!polls(steps().get(i))) {
                    allowed.add(OptionalInt.of(data(steps().get(i))));
                }
            }
            return allowed;
        }
    }

    private record Polling(Script script, BiPredicate<Script, OptionalInt> matters) implements Plot {
        @Override
        public List<Turn> turns(Subject subject) throws Throwable {
            Handoff handoff = Sharing.handoff(subject);
            List<Turn> turns = new ArrayList<>();
            for (char step : script.steps()) {
                int data = Script.data(step);
                turns.add(
                        Script.polls(step)
                                ? Turn.asking(step == '?' ? "B" : "C", "poll()", handoff::poll)
                                : Turn.of("A", "publish(" + data + ")", () -> handoff.publish(data)));
            }
            return turns;
        }

        @Override
        public int cut() {
            return script.cut();
        }

        @Override
        public int inside() {
            return script.inside();
        }

        @Override
        public @Nullable Message wrong(List<@Nullable Object> results) {
            for (int i = 0; i < results.size(); i++) {
                if (!Script.polls(script.steps().get(i))) {
                    continue;
                }
                List<OptionalInt> allowed = script.allowed(i);
                if (!(results.get(i) instanceof OptionalInt polled)) {
                    return Message.of("sharing.handoff.null");
                }
                if (!allowed.contains(polled) && matters.test(script, polled)) {
                    return Message.of("sharing.handoff.polled", polled, allowed);
                }
            }
            return null;
        }
    }
}
