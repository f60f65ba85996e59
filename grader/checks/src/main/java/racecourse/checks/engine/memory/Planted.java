package racecourse.checks.engine.memory;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import racecourse.checks.engine.Subject;
import racecourse.checks.protocol.Message;

/** The controls: ways to hand a number from thread to thread, right and wrong ones. They implement no lab. */
final class Planted {
    private Planted() {}

    /** Where a number is put, and taken by another thread; 0 for none. */
    public interface Box {
        void put(int number);

        int take();
    }

    /** Wrong: nothing orders anything. */
    static final class Plain implements Box {
        private int number;

        @Override
        public void put(int next) {
            number = next;
        }

        @Override
        public int take() {
            return number;
        }
    }

    /** Wrong: says that the number is there before it is. */
    static final class Hasty implements Box {
        private int number;
        private volatile boolean there;

        @Override
        public void put(int next) {
            there = true;
            number = next;
        }

        @Override
        public int take() {
            return there ? number : 0;
        }
    }

    /** Right: written before the flag, read after it. */
    static final class Flagged implements Box {
        private int number;
        private volatile boolean there;

        @Override
        public void put(int next) {
            number = next;
            there = true;
        }

        @Override
        public int take() {
            return there ? number : 0;
        }
    }

    /** Right: under one lock. */
    static final class Locked implements Box {
        private int number;

        @Override
        public synchronized void put(int next) {
            number = next;
        }

        @Override
        public int take() {
            synchronized (this) {
                return number;
            }
        }
    }

    /** Wrong: a collection that any thread changes. */
    static final class Heaped implements Box {
        private final Deque<Integer> numbers = new ArrayDeque<>();

        @Override
        public void put(int next) {
            numbers.add(next);
        }

        @Override
        public int take() {
            return numbers.remove();
        }
    }

    /** Right: one thread at a time. */
    static final class Stacked implements Box {
        private final Deque<Integer> numbers = new ArrayDeque<>();

        @Override
        public synchronized void put(int next) {
            numbers.add(next);
        }

        @Override
        public synchronized int take() {
            return numbers.remove();
        }
    }

    /**
     * A control.
     *
     * @param name what it is called in the reason for having no power
     * @param wrong whether it must be caught
     * @param box makes a box
     */
    record Case(String name, boolean wrong, Supplier<Box> box) {
        static List<Case> all() {
            Loader loader = new Loader();
            return List.of(
                    new Case("plain", true, loader.maker(Plain.class)),
                    new Case("hasty", true, loader.maker(Hasty.class)),
                    new Case("flagged", false, loader.maker(Flagged.class)),
                    new Case("locked", false, loader.maker(Locked.class)));
        }

        /** For what is said of collections. */
        static List<Case> ofCollections() {
            Loader loader = new Loader();
            return List.of(
                    new Case("heaped", true, loader.maker(Heaped.class)),
                    new Case("stacked", false, loader.maker(Stacked.class)));
        }

        Plot plot() {
            return new Handing(box);
        }

        Subject subject() {
            return new Subject(List.of(), 0);
        }
    }

    /** Puts 7, then takes it. */
    private record Handing(Supplier<Box> maker) implements Plot {
        @Override
        public List<Turn> turns(Subject subject) {
            Box box = maker.get();
            return List.of(Turn.of("A", "put(7)", () -> box.put(7)), Turn.asking("B", "take()", box::take));
        }

        @Override
        public @Nullable Message wrong(List<@Nullable Object> results) {
            return Integer.valueOf(7).equals(results.get(1)) ? null : Message.of("engine.control.spared");
        }
    }

    /** Defines the boxes anew, rewritten. */
    private static final class Loader extends ClassLoader {
        private static final List<Class<?>> BOXES =
                List.of(Plain.class, Hasty.class, Flagged.class, Locked.class, Heaped.class, Stacked.class);

        private final Kinds kinds = Kinds.of(BOXES.stream().map(Loader::bytes).toList());

        Loader() {
            super(Planted.class.getClassLoader());
        }

        Supplier<Box> maker(Class<? extends Box> type) {
            byte[] rewritten = new Rewriter(kinds).rewritten(bytes(type));
            Class<?> fresh = defineClass(type.getName(), rewritten, 0, rewritten.length);
            return () -> {
                try {
                    var constructor = fresh.getDeclaredConstructor();
                    constructor.setAccessible(true);
                    return (Box) constructor.newInstance();
                } catch (ReflectiveOperationException e) {
                    throw new IllegalStateException(e);
                }
            };
        }

        private static byte[] bytes(Class<?> type) {
            try (InputStream in = Planted.class.getResourceAsStream(
                    type.getName().substring(type.getPackageName().length() + 1) + ".class")) {
                if (in == null) {
                    throw new IllegalStateException(type + " cannot be read");
                }
                return in.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
