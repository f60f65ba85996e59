package racecourse.checks.engine.stress;

/** The controls of the spinning reader: a plain field, which must not be seen, and a volatile one, which must. */
final class PlantedCells {
    private PlantedCells() {}

    static final class PlainLoop implements SpinningReader.Loop {
        private final Cell cell = new Plain();

        @Override
        @SuppressWarnings("StatementWithEmptyBody")
        public void run() {
            Cell asked = cell;
            while (asked.get() == 0) {
                // nothing that could keep the JIT from its work
            }
        }

        @Override
        public void change() {
            cell.set();
        }

        @Override
        public void end() {
            // the compiled loop rests on Cell having one subclass; a second one takes its ground away
            new Another().set();
        }

        abstract static class Cell {
            abstract int get();

            abstract void set();
        }

        static final class Plain extends Cell {
            private int value;

            @Override
            int get() {
                return value;
            }

            @Override
            void set() {
                value = 1;
            }
        }

        static final class Another extends Cell {
            private int value;

            @Override
            int get() {
                return -value;
            }

            @Override
            void set() {
                value = 1;
            }
        }
    }

    static final class VolatileLoop implements SpinningReader.Loop {
        private volatile int value;

        @Override
        @SuppressWarnings("StatementWithEmptyBody")
        public void run() {
            while (value == 0) {
                // as above
            }
        }

        @Override
        public void change() {
            value = 1;
        }
    }
}
