package racecourse.checks.counter;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import racecourse.checks.engine.Call;
import racecourse.checks.engine.Subject;
import racecourse.checks.engine.explore.Script;
import racecourse.contract.Pause;
import racecourse.contract.counter.Counter;

/** What a few threads do to a fresh counter, under every interleaving that the explorer tries. */
final class CounterScripts {
    /** One less changes both halves of the number. */
    private static final int START = 1 << 16;

    private CounterScripts() {}

    /** Two decrements, then three: first calls on a fresh object, so that what is made lazily is made under fire. */
    static List<Script> decrements(Subject subject) {
        CounterSections sections = new CounterSections(subject);
        return List.of(new Decrements(sections, 2), new Decrements(sections, 3));
    }

    /** A decrement and somebody who asks twice. */
    static List<Script> values(Subject subject) {
        return List.of(new Values(new CounterSections(subject)));
    }

    private static final class Decrements implements Script {
        private final CounterSections sections;
        private final int threads;
        private @Nullable Counter counter;

        Decrements(CounterSections sections, int threads) {
            this.sections = sections;
            this.threads = threads;
        }

        @Override
        public List<Call> begin() throws Throwable {
            Counter fresh = sections.counter(START, Pause.NONE);
            counter = fresh;
            List<Call> calls = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                calls.add(Call.of(fresh::decrement));
            }
            return calls;
        }

        @Override
        public int schedules() {
            return threads > 2 ? 40 : Script.super.schedules();
        }

        @Override
        public String verdict(List<Object> results) {
            int value = Objects.requireNonNull(counter).value();
            return value == START - threads
                    ? ""
                    : "value() = " + value + " after " + threads + " decrements of " + START;
        }
    }

    private static final class Values implements Script {
        private final CounterSections sections;

        Values(CounterSections sections) {
            this.sections = sections;
        }

        @Override
        public List<Call> begin() throws Throwable {
            Counter fresh = sections.counter(START, Pause.NONE);
            return List.of(Call.of(fresh::decrement), () -> List.of(fresh.value(), fresh.value()));
        }

        @Override
        public String verdict(List<Object> results) {
            Object answers = results.get(1);
            return List.of(List.of(START, START), List.of(START, START - 1), List.of(START - 1, START - 1))
                            .contains(answers)
                    ? ""
                    : "value(), asked twice during a decrement of " + START + ", told " + answers;
        }
    }
}
