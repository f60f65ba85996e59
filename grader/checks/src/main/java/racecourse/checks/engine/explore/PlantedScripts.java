package racecourse.checks.engine.explore;

import java.util.List;
import racecourse.checks.engine.Call;

/** The controls: a number that two threads count up, without a lock, which must be caught, and with one. */
final class PlantedScripts {
    private PlantedScripts() {}

    static Script racy() {
        return new Counting(false);
    }

    static Script guarded() {
        return new Counting(true);
    }

    private static final class Counting implements Script {
        private final boolean guarded;
        private int number;

        Counting(boolean guarded) {
            this.guarded = guarded;
        }

        @Override
        public List<Call> begin() {
            number = 0;
            return List.of(Call.of(this::add), Call.of(this::add));
        }

        private void add() {
            if (guarded) {
                synchronized (this) {
                    number = number + 1;
                }
            } else {
                number = number + 1;
            }
        }

        @Override
        public int schedules() {
            return 30;
        }

        @Override
        public String verdict(List<Object> results) {
            return number == 2 ? "" : "number = " + number;
        }
    }
}
