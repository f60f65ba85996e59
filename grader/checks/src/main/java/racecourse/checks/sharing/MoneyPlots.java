package racecourse.checks.sharing;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import racecourse.checks.engine.Subject;
import racecourse.checks.engine.memory.Note;
import racecourse.checks.engine.memory.Plot;
import racecourse.checks.engine.memory.Replays;
import racecourse.checks.engine.memory.Turn;
import racecourse.checks.protocol.Message;
import racecourse.contract.sharing.SharedMoney;

/** What threads do to an amount, played in every order and under every memory that the language allows. */
final class MoneyPlots {
    /** All halves, bytes and signs differ. */
    static final int OLD = 0x0001_0002;

    static final int NEW = 0xFFF3_FF04;

    private MoneyPlots() {}

    static Replays all() {
        return Replays.of(
                Message.of("sharing.money.volatile"),
                Message.of("sharing.money.try"),
                new Later(),
                new LastOfTwo(),
                new OtherData(),
                new During(),
                new InTheMiddle(),
                new OnceMore(OLD),
                new OnceMore(NEW),
                new TwoMonies(-1),
                new TwoMonies(0));
    }

    private static Message saw(@Nullable Object... seen) {
        return Message.of("sharing.money.saw", Arrays.toString(seen));
    }

    /** One sets, another one asks later. */
    private static final class Later implements Plot {
        @Override
        public List<Turn> turns(Subject subject) throws Throwable {
            SharedMoney money = Sharing.money(subject, OLD);
            return List.of(
                    Turn.of("A", "set(" + NEW + ")", () -> money.set(NEW)), Turn.asking("B", "get()", money::get));
        }

        @Override
        public @Nullable Message wrong(List<@Nullable Object> results) {
            Object seen = Objects.requireNonNull(results.get(1));
            return seen.equals(NEW) ? null : Message.of("sharing.money.missed", seen, NEW);
        }
    }

    /** Two set, one after the other: the last one counts. */
    private static final class LastOfTwo implements Plot {
        @Override
        public List<Turn> turns(Subject subject) throws Throwable {
            SharedMoney money = Sharing.money(subject, 1);
            return List.of(
                    Turn.of("A", "set(" + OLD + ")", () -> money.set(OLD)),
                    Turn.of("C", "set(" + NEW + ")", () -> money.set(NEW)),
                    Turn.asking("B", "get()", money::get));
        }

        @Override
        public @Nullable Message wrong(List<@Nullable Object> results) {
            Object seen = Objects.requireNonNull(results.get(2));
            return seen.equals(NEW) ? null : Message.of("sharing.money.missed", seen, NEW);
        }
    }

    /** A plain variable written before the amount is set is seen after the amount was seen. */
    private static final class OtherData implements Plot {
        @Override
        public List<Turn> turns(Subject subject) throws Throwable {
            SharedMoney money = Sharing.money(subject, OLD);
            Note note = new Note();
            return List.of(
                    Turn.of("A", "note = 1; set(" + NEW + ")", () -> {
                        note.write(1);
                        money.set(NEW);
                    }),
                    Turn.asking("B", "get(), then note", () -> List.of(money.get(), note.read())));
        }

        @Override
        public @Nullable Message wrong(List<@Nullable Object> results) {
            return List.of(NEW, 0).equals(results.get(1)) ? Message.of("sharing.money.note", NEW) : null;
        }
    }

    /** Two looks while a set is in progress: never back to the old amount, let alone to the initial one. */
    private static final class During implements Plot {
        @Override
        public List<Turn> turns(Subject subject) throws Throwable {
            SharedMoney money = Sharing.money(subject, 1);
            return List.of(
                    Turn.of("A", "set(" + OLD + ")", () -> money.set(OLD)),
                    Turn.of("A", "set(" + NEW + ")", () -> money.set(NEW)),
                    Turn.asking("B", "get(), get()", () -> List.of(money.get(), money.get())),
                    Turn.asking("B", "get()", money::get));
        }

        @Override
        public int cut() {
            return 1;
        }

        @Override
        public @Nullable Message wrong(List<@Nullable Object> results) {
            boolean allowed = Set.of(List.of(OLD, OLD), List.of(OLD, NEW), List.of(NEW, NEW))
                            .contains(Objects.requireNonNull(results.get(2)))
                    && Integer.valueOf(NEW).equals(results.get(3));
            return allowed ? null : saw(results.get(2), results.get(3));
        }
    }

    /** A set in the middle of a look: the old amount or the new one. */
    private static final class InTheMiddle implements Plot {
        @Override
        public List<Turn> turns(Subject subject) throws Throwable {
            SharedMoney money = Sharing.money(subject, 1);
            return List.of(
                    Turn.of("A", "set(" + OLD + ")", () -> money.set(OLD)),
                    Turn.asking("B", "get()", money::get),
                    Turn.of("A", "set(" + NEW + ")", () -> money.set(NEW)),
                    Turn.asking("B", "get()", money::get));
        }

        @Override
        public int cut() {
            return 1;
        }

        @Override
        public @Nullable Message wrong(List<@Nullable Object> results) {
            boolean allowed = Set.of(OLD, NEW).contains(Objects.requireNonNull(results.get(1)))
                    && Integer.valueOf(NEW).equals(results.get(3));
            return allowed ? null : saw(results.get(1), results.get(3));
        }
    }

    /** Two set at once; what one of them sets once more, later, counts, whoever was the last one. */
    private record OnceMore(int again) implements Plot {
        @Override
        public List<Turn> turns(Subject subject) throws Throwable {
            SharedMoney money = Sharing.money(subject, 1);
            return List.of(
                    Turn.of("A", "set(" + OLD + ")", () -> money.set(OLD)),
                    Turn.of("B", "set(" + NEW + ")", () -> money.set(NEW)),
                    Turn.of("C", "set(" + again + ")", () -> money.set(again)),
                    Turn.asking("C", "get()", money::get));
        }

        @Override
        public int cut() {
            return 0;
        }

        @Override
        public @Nullable Message wrong(List<@Nullable Object> results) {
            Object seen = Objects.requireNonNull(results.get(3));
            return seen.equals(again) ? null : Message.of("sharing.money.missed", seen, again);
        }
    }

    /**
     * Each sets one amount and looks at the other: one of them sees what the other did.
     *
     * @param cut which of them the other one comes in the middle of, -1 for none
     */
    private record TwoMonies(int cut) implements Plot {
        @Override
        public List<Turn> turns(Subject subject) throws Throwable {
            SharedMoney one = Sharing.money(subject, OLD);
            SharedMoney other = Sharing.money(subject, OLD);
            return List.of(
                    Turn.asking("A", "one.set(" + NEW + "), other.get()", () -> {
                        one.set(NEW);
                        return other.get();
                    }),
                    Turn.asking("B", "other.set(" + NEW + "), one.get()", () -> {
                        other.set(NEW);
                        return one.get();
                    }));
        }

        @Override
        public boolean distrustsModes() {
            return true;
        }

        @Override
        public @Nullable Message wrong(List<@Nullable Object> results) {
            return Integer.valueOf(OLD).equals(results.get(0))
                            && Integer.valueOf(OLD).equals(results.get(1))
                    ? Message.of("sharing.money.both-old", NEW, OLD)
                    : null;
        }
    }
}
