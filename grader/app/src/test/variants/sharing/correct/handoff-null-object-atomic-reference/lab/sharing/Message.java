package lab.sharing;

import java.util.OptionalInt;

/** What may lie in a handoff. */
sealed interface Message {
    OptionalInt data();

    /** Nothing yet. */
    final class None implements Message {
        @Override
        public OptionalInt data() {
            return OptionalInt.empty();
        }
    }

    /** A number. */
    final class Some implements Message {
        private final int number;

        Some(int number) {
            this.number = number;
        }

        @Override
        public OptionalInt data() {
            return OptionalInt.of(number);
        }
    }
}
