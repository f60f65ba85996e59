package racecourse.checks.sharing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import racecourse.checks.engine.Subject;
import racecourse.checks.engine.Violation;
import racecourse.checks.engine.locks.Compiled;
import racecourse.checks.protocol.Outcome;
import racecourse.checks.protocol.Place;

/** The memory model's rule by examples: what it accuses, what it passes, and what it does not judge. */
class WeakMemoryTest {
    private static final String FLAGGED_FIELDS = """
                private int data;
                private volatile boolean there;
            """;

    private static final String AMOUNT_HANDLE = """
            private int amount;
            private static final VarHandle AMOUNT;
            static {
                try {
                    AMOUNT = MethodHandles.lookup().findVarHandle(VisibleMoney.class, "amount", int.class);
                } catch (ReflectiveOperationException e) {
                    throw new ExceptionInInitializerError(e);
                }
            }
            """;

    @TempDir
    Path folder = Path.of("");

    /** Each: fields, publish, poll. */
    static List<List<String>> stale() {
        return List.of(
                // two plain fields
                List.of(
                        "private int data; private boolean there;",
                        "data = next; there = true;",
                        "return there ? OptionalInt.of(data) : OptionalInt.empty();"),
                // the reverse order of writes, and of reads
                List.of(
                        FLAGGED_FIELDS,
                        "there = true; data = next;",
                        "return there ? OptionalInt.of(data) : OptionalInt.empty();"),
                List.of(
                        FLAGGED_FIELDS,
                        "data = next; there = true;",
                        "int seen = data; return there ? OptionalInt.of(seen) : OptionalInt.empty();"),
                // modes that order too little
                List.of(
                        "private int data; private final AtomicBoolean there = new AtomicBoolean();",
                        "data = next; there.setOpaque(true);",
                        "return there.get() ? OptionalInt.of(data) : OptionalInt.empty();"),
                List.of(
                        "private int data; private final AtomicBoolean there = new AtomicBoolean();",
                        "data = next; there.set(true);",
                        "return there.getPlain() ? OptionalInt.of(data) : OptionalInt.empty();"),
                // a holder whose field is not final, behind a plain reference
                List.of(
                        "private static class Holder { int data; } private Holder last;",
                        "Holder fresh = new Holder(); fresh.data = next; last = fresh;",
                        "Holder seen = last; return seen == null ? OptionalInt.empty() : OptionalInt.of(seen.data);"),
                // a lock on one side only, and two locks
                List.of(
                        "private int data; private boolean there;",
                        "synchronized (this) { data = next; there = true; }",
                        "return there ? OptionalInt.of(data) : OptionalInt.empty();"),
                List.of(
                        "private final Lock one = new ReentrantLock(); private final Lock other = new ReentrantLock();"
                                + " private int data; private boolean there;",
                        "one.lock(); data = next; there = true; one.unlock();",
                        "other.lock(); try { return there ? OptionalInt.of(data) : OptionalInt.empty(); }"
                                + " finally { other.unlock(); }"),
                // an array is no volatile field even if the reference to it is
                List.of(
                        "private volatile int[] box = new int[2];",
                        "box[0] = next; box[1] = 1;",
                        "int[] seen = box; return seen[1] == 1 ? OptionalInt.of(seen[0]) : OptionalInt.empty();"));
    }

    static List<List<String>> right() {
        return List.of(
                List.of(
                        FLAGGED_FIELDS,
                        "data = next; there = true;",
                        "return there ? OptionalInt.of(data) : OptionalInt.empty();"),
                List.of(
                        "private volatile long packed;",
                        "packed = 1L << 32 | next & 0xFFFF_FFFFL;",
                        "long seen = packed; return seen == 0 ? OptionalInt.empty() : OptionalInt.of((int) seen);"),
                List.of(
                        "private volatile OptionalInt last = OptionalInt.empty();",
                        "last = OptionalInt.of(next);",
                        "return last;"),
                List.of(
                        "private int data; private final AtomicBoolean there = new AtomicBoolean();",
                        "data = next; there.lazySet(true);",
                        "return there.getAcquire() ? OptionalInt.of(data) : OptionalInt.empty();"),
                List.of(
                        "private record Box(int data) {} private final AtomicReference<Box> last = new AtomicReference<>();",
                        "last.set(new Box(next));",
                        "Box seen = last.get(); return seen == null ? OptionalInt.empty() : OptionalInt.of(seen.data());"),
                List.of(
                        "private final ReadWriteLock lock = new ReentrantReadWriteLock();"
                                + " private int data; private boolean there;",
                        "lock.writeLock().lock(); data = next; there = true; lock.writeLock().unlock();",
                        "lock.readLock().lock(); try { return there ? OptionalInt.of(data) : OptionalInt.empty(); }"
                                + " finally { lock.readLock().unlock(); }"),
                List.of(
                        "private final StampedLock lock = new StampedLock(); private int data; private boolean there;",
                        "long s = lock.writeLock(); data = next; there = true; lock.unlockWrite(s);",
                        "long s = lock.tryOptimisticRead(); boolean t = there; int d = data;"
                                + " if (!lock.validate(s)) { s = lock.readLock(); t = there; d = data; lock.unlockRead(s); }"
                                + " return t ? OptionalInt.of(d) : OptionalInt.empty();"),
                List.of(
                        "private volatile int sequence; private int data; private boolean there;",
                        "sequence++; data = next; there = true; sequence++;",
                        "while (true) { int s = sequence; boolean t = there; int d = data;"
                                + " if ((s & 1) == 0 && s == sequence) {"
                                + " return t ? OptionalInt.of(d) : OptionalInt.empty(); } }"),
                // a plain field that decides nothing: what it says is looked at again under the lock
                List.of(
                        "private int data; private boolean there; private boolean hint;",
                        "synchronized (this) { data = next; there = true; } hint = true;",
                        "boolean ignored = hint; synchronized (this) {"
                                + " return there ? OptionalInt.of(data) : OptionalInt.empty(); }"));
    }

    /** Right or wrong: what orders memory here is not followed, so nothing is said. */
    static List<List<String>> unjudged() {
        return List.of(
                List.of(
                        "private final Map<String, Integer> map = new ConcurrentHashMap<>();",
                        "map.put(\"last\", next);",
                        "Integer seen = map.get(\"last\");"
                                + " return seen == null ? OptionalInt.empty() : OptionalInt.of(seen);"),
                List.of(
                        "private int data; private boolean there;",
                        "data = next; VarHandle.fullFence(); there = true; VarHandle.fullFence();",
                        "VarHandle.fullFence(); boolean t = there; VarHandle.fullFence();"
                                + " return t ? OptionalInt.of(data) : OptionalInt.empty();"),
                List.of(
                        "private final Lock lock = new ReentrantLock(); private final Runnable open = lock::lock;"
                                + " private final Runnable close = lock::unlock; private int data; private boolean there;",
                        "open.run(); data = next; there = true; close.run();",
                        "open.run(); try { return there ? OptionalInt.of(data) : OptionalInt.empty(); }"
                                + " finally { close.run(); }"));
    }

    @ParameterizedTest
    @MethodSource("stale")
    void staleDataIsSeen(List<String> parts) {
        Subject subject = handoff(parts);
        Violation violation = assertThrows(Violation.class, () -> {
            HandoffPlots.data().weakly().detect(subject);
            HandoffPlots.seen().weakly().detect(subject);
        });
        List<Place> where = violation.evidence().where();
        assertTrue(where.stream().allMatch(place -> place.file().equals("lab/sharing/SafeHandoff.java")));
        assertEquals(2, where.stream().map(Place::line).distinct().limit(2).count());
    }

    @ParameterizedTest
    @MethodSource("right")
    void rightOnesPass(List<String> parts) throws Throwable {
        Subject subject = handoff(parts);
        assertInstanceOf(Outcome.Clean.class, HandoffPlots.seen().weakly().detect(subject));
        assertInstanceOf(Outcome.Clean.class, HandoffPlots.data().weakly().detect(subject));
        assertInstanceOf(
                Outcome.Clean.class, HandoffPlots.atOnce().interleaved().detect(subject));
    }

    @ParameterizedTest
    @MethodSource("unjudged")
    void whatIsNotFollowedIsNotJudged(List<String> parts) throws Throwable {
        Subject subject = handoff(parts);
        assertInstanceOf(Outcome.Powerless.class, HandoffPlots.data().weakly().detect(subject));
        assertInstanceOf(
                Outcome.Clean.class, HandoffPlots.atOnce().interleaved().detect(subject));
    }

    @Test
    void twoMoniesWantMoreThanReleaseAndAcquire() {
        String wrong = """
                private final AtomicInteger amount = new AtomicInteger();
                public VisibleMoney(int initial) { amount.set(initial); }
                public void set(int next) { amount.setRelease(next); }
                public int get() { return amount.getAcquire(); }
                """;
        Subject subject = submission(Map.of("VisibleMoney", source("VisibleMoney", "SharedMoney", wrong)));
        Violation violation =
                assertThrows(Violation.class, () -> MoneyPlots.all().weakly().detect(subject));
        assertEquals("sharing.money.both-old", violation.evidence().observed().key());
    }

    /** Each: fields, constructor, set, get. What orders memory hides behind a type that does not tell. */
    static List<List<String>> hiding() {
        return List.of(
                List.of(
                        "private final List<Integer> list = new CopyOnWriteArrayList<>();",
                        "list.add(next);",
                        "list.set(0, next);",
                        "return list.get(0);"),
                List.of(
                        "private final List<Integer> list = new CopyOnWriteArrayList<>();"
                                + " private final List<Integer> view = Collections.unmodifiableList(list);",
                        "list.add(next);",
                        "list.set(0, next);",
                        "return view.get(0);"),
                List.of(
                        "private final List<Integer> list = new CopyOnWriteArrayList<>();",
                        "list.add(next);",
                        "list.set(0, next);",
                        "return new ArrayList<>(list).get(0);"),
                List.of(
                        "private final List<Integer> list = new Vector<>();",
                        "list.add(next);",
                        "list.set(0, next);",
                        "return Collections.max(list);"),
                List.of(
                        "private final AtomicInteger amount = new AtomicInteger();",
                        "amount.set(next);",
                        "amount.set(next);",
                        "return Integer.parseInt(\"\" + amount);"),
                List.of(
                        "private final AtomicInteger amount = new AtomicInteger(); private final Number same = amount;",
                        "amount.set(next);",
                        "amount.set(next);",
                        "return same.intValue();"));
    }

    @ParameterizedTest
    @MethodSource("hiding")
    void whatHidesBehindATypeIsNotAccused(List<String> parts) throws Throwable {
        Subject subject = money(parts);
        assertInstanceOf(Outcome.Powerless.class, MoneyPlots.all().weakly().detect(subject));
        assertInstanceOf(Outcome.Clean.class, MoneyPlots.all().interleaved().detect(subject));
    }

    @Test
    void aFenceOnTheWrongSideOrdersTooLittle() {
        Subject wrong = money(List.of(
                AMOUNT_HANDLE,
                "amount = next;",
                "VarHandle.fullFence(); AMOUNT.setOpaque(this, next);",
                "int seen = (int) AMOUNT.getOpaque(this); VarHandle.fullFence(); return seen;"));
        Violation violation =
                assertThrows(Violation.class, () -> MoneyPlots.all().weakly().detect(wrong));
        assertEquals("sharing.money.both-old", violation.evidence().observed().key());
    }

    @Test
    void aFenceOnTheRightSideIsNotAccused() throws Throwable {
        Subject right = money(List.of(
                AMOUNT_HANDLE,
                "amount = next;",
                "VarHandle.releaseFence(); AMOUNT.setOpaque(this, next); VarHandle.fullFence();",
                "int seen = (int) AMOUNT.getOpaque(this); VarHandle.acquireFence(); return seen;"));
        assertInstanceOf(Outcome.Powerless.class, MoneyPlots.all().weakly().detect(right));
    }

    private Subject money(List<String> parts) {
        String members = parts.get(0) + "\npublic VisibleMoney(int next) {\n" + parts.get(1)
                + "\n}\npublic void set(int next) {\n" + parts.get(2).replace("; ", ";\n")
                + "\n}\npublic int get() {\n" + parts.get(3).replace("; ", ";\n") + "\n}\n";
        return submission(Map.of("VisibleMoney", source("VisibleMoney", "SharedMoney", members)));
    }

    private Subject handoff(List<String> parts) {
        String members = parts.get(0) + "\npublic void publish(int next) {\n"
                + parts.get(1).replace("; ", ";\n") + "\n}\npublic OptionalInt poll() {\n"
                + parts.get(2).replace("; ", ";\n") + "\n}\n";
        return submission(Map.of("SafeHandoff", source("SafeHandoff", "Handoff", members)));
    }

    private static String source(String type, String contract, String members) {
        return """
                package lab.sharing;
                import java.lang.invoke.*;
                import java.util.*;
                import java.util.concurrent.*;
                import java.util.concurrent.atomic.*;
                import java.util.concurrent.locks.*;
                import racecourse.contract.sharing.*;
                public class %s implements %s {
                %s
                }
                """.formatted(type, contract, members);
    }

    private Subject submission(Map<String, String> sources) {
        try {
            Path lab = Files.createDirectories(folder.resolve("src/lab/sharing"));
            for (Map.Entry<String, String> one : sources.entrySet()) {
                Files.writeString(lab.resolve(one.getKey() + ".java"), one.getValue());
            }
            return new Subject(List.of(Compiled.compile(folder.resolve("src"), folder.resolve("classes"))), 7);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
