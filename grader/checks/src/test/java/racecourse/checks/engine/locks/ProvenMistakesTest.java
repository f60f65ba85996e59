package racecourse.checks.engine.locks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One mistake each: proven, in its line. The line is the one that ends with the mark. */
class ProvenMistakesTest {
    private static final String MARK = "// here";

    @TempDir
    Path folder = Path.of("");

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void counterIsConvicted(String stem, String members) throws Exception {
        convicted(stem, members, Compiled.counter(folder, members), 14);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void officeIsConvicted(String stem, String members) throws Exception {
        convicted(stem, members, Compiled.office(folder, members), 13);
    }

    private static void convicted(String stem, String members, RuleOutcome outcome, int linesBefore) throws Exception {
        List<Finding> findings = outcome.of(Level.VIOLATION).stream()
                .filter(finding -> finding.message().key().equals("locks." + stem))
                .toList();
        assertEquals(1, findings.size(), () -> stem + " in " + outcome);
        List<String> lines = members.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).endsWith(MARK)) {
                assertEquals(linesBefore + i + 1, findings.get(0).line());
            }
        }
        Properties texts = new Properties();
        try (var in = Finding.class.getResourceAsStream("/racecourse/checks/engine/locks-messages.properties")) {
            texts.load(in);
        }
        for (String part : List.of("expected", "observed", "here", "why", "try")) {
            assertTrue(texts.containsKey("locks." + stem + "." + part), stem + "." + part);
        }
    }

    private static Arguments counter(String stem, String fields, String decrement, String value) {
        return Arguments.of(
                stem,
                fields
                        + "\nprivate void start(int initial) { number = initial; }\n"
                        + "@Override public void decrement() {\n" + decrement + "}\n"
                        + "@Override public int value() {\n" + value + "}\n");
    }

    static Stream<Arguments> counterIsConvicted() {
        String lock = "private int number; private final ReentrantLock lock = new ReentrantLock();";
        String looks = "lock.lock(); try { return number; } finally { lock.unlock(); }";
        String plain = "private int number;";
        String seen = "private volatile int number;";
        String body = "int n = number;\npause.pause();\nnumber = n - 1;\n";
        return Stream.of(
                counter("leak-throws", lock, "lock.lock(); // here\n" + body + "lock.unlock();", looks),
                counter(
                        "leak-returns",
                        lock,
                        "lock.lock(); lock.lock(); // here\ntry {" + body + "} finally { lock.unlock(); }",
                        looks),
                counter(
                        "not-held",
                        lock,
                        "boolean got = lock.tryLock();\ntry { if (got) {" + body + "} } finally {\n"
                                + "lock.unlock(); // here\n}",
                        looks),
                counter(
                        "lock-static",
                        "private int number; private static final Object LOCK = new Object();",
                        "synchronized (LOCK) { // here\n" + body + "}",
                        "synchronized (LOCK) { return number; }"),
                counter(
                        "lock-class",
                        plain,
                        "synchronized (MutexCounter.class) { // here\n" + body + "}",
                        "synchronized (MutexCounter.class) { return number; }"),
                counter(
                        "lock-interned",
                        "private int number; private final Integer lock = 7;",
                        "synchronized (lock) { // here\n" + body + "}",
                        "synchronized (lock) { return number; }"),
                counter(
                        "lock-given",
                        plain,
                        "synchronized (pause) { // here\n" + body + "}",
                        "synchronized (pause) { return number; }"),
                counter(
                        "lock-replaced",
                        "private volatile int number; private volatile ReentrantLock lock = new ReentrantLock();",
                        "ReentrantLock mine = lock;\nmine.lock(); // here\ntry {" + body
                                + "lock = new ReentrantLock(); } finally { mine.unlock(); }",
                        "return number;"),
                counter(
                        "no-mechanism",
                        seen,
                        "int n = number; // here\npause.pause();\nnumber = n - 1;\n",
                        "return number;"),
                counter(
                        "atomic-guard",
                        "private final AtomicInteger count = new AtomicInteger(); private int number;",
                        "int n;\ndo { n = count.get(); pause.pause();\n} while (!count.compareAndSet(n, n - 1)); // here\n",
                        "return count.get();"),
                counter(
                        "tries-in-circles",
                        lock,
                        "while (!lock.tryLock()) { // here\nThread.onSpinWait(); }\ntry {" + body
                                + "} finally { lock.unlock(); }",
                        looks),
                counter(
                        "looks-at-intervals",
                        "private int number; private boolean busy;",
                        "while (true) { synchronized (this) { if (!busy) { busy = true; break; } }\n"
                                + "Thread.yield(); // here\n}\ntry {" + body
                                + "} finally { synchronized (this) { busy = false; } }",
                        "synchronized (this) { return number; }"),
                counter(
                        "spins",
                        seen + " private volatile boolean busy;",
                        "while (busy) { } // here\nbusy = true; try {" + body + "} finally { busy = false; }",
                        "return number;"),
                counter(
                        "section-missing",
                        seen,
                        "int n = number; // here\npause.pause();\nnumber = n - 1;\n",
                        "return number;"),
                counter(
                        "section-split",
                        seen + " private final Object lock = new Object();",
                        "int n = number; // here\nsynchronized (lock) { pause.pause();\nnumber = n - 1; }\n",
                        "return number;"),
                counter(
                        "section-lets-others-in",
                        "private int number; private final ReadWriteLock lock = new ReentrantReadWriteLock();",
                        "lock.readLock().lock(); try {\nint n = number; // here\npause.pause();\nnumber = n - 1;\n"
                                + "} finally { lock.readLock().unlock(); }",
                        "lock.readLock().lock(); try { return number; } finally { lock.readLock().unlock(); }"),
                counter("guard-missing", plain, "synchronized (this) {" + body + "}", "return number; // here\n"),
                counter(
                        "guard-other",
                        plain + " private final Object other = new Object();",
                        "synchronized (this) {" + body + "}",
                        "synchronized (other) {\nreturn number; // here\n}"),
                counter(
                        "pause-outside",
                        plain,
                        "pause.pause(); // here\nsynchronized (this) { number--; }",
                        "synchronized (this) { return number; }"),
                counter(
                        "pause-lets-others-in",
                        "private int number; private final Semaphore two = new Semaphore(2);",
                        "two.acquireUninterruptibly(); try {\nint n = number;\npause.pause(); // here\nnumber = n - 1;\n"
                                + "} finally { two.release(); }",
                        "two.acquireUninterruptibly(2); try { return number; } finally { two.release(2); }"),
                counter(
                        "lock-per-call",
                        seen,
                        "Lock lock = new ReentrantLock(); lock.lock(); try {\nint n = number;\npause.pause(); // here\n"
                                + "number = n - 1;\n} finally { lock.unlock(); }",
                        "return number;"),
                counter(
                        "lock-per-thread",
                        seen,
                        "synchronized (Thread.currentThread()) {\nint n = number;\npause.pause(); // here\nnumber = n - 1;\n}",
                        "return number;"),
                counter(
                        "pause-before-read",
                        plain,
                        "synchronized (this) {\npause.pause(); // here\nnumber--; }",
                        "synchronized (this) { return number; }"),
                counter(
                        "write-before-pause",
                        plain,
                        "synchronized (this) { number--;\npause.pause(); // here\n}",
                        "synchronized (this) { return number; }"),
                counter(
                        "pauses-twice",
                        plain,
                        "synchronized (this) { int n = number; pause.pause();\npause.pause(); // here\nnumber = n - 1; }",
                        "synchronized (this) { return number; }"),
                counter(
                        "pause-missing",
                        plain,
                        "synchronized (this) { number--; }",
                        "synchronized (this) { return number; }"),
                counter(
                        "exception-swallowed",
                        plain,
                        "synchronized (this) { int n = number; try {\npause.pause(); // here\n} catch (RuntimeException e) { return; }\n"
                                + "number = n - 1; }",
                        "synchronized (this) { return number; }"),
                counter(
                        "exception-replaced",
                        plain,
                        "synchronized (this) { int n = number; try {\npause.pause(); // here\n"
                                + "} catch (RuntimeException e) { throw new IllegalStateException(e); }\nnumber = n - 1; }",
                        "synchronized (this) { return number; }"),
                counter(
                        "refused-returns",
                        lock,
                        "if (!lock.tryLock()) return; // here\ntry {" + body + "} finally { lock.unlock(); }",
                        looks),
                counter(
                        "interrupted-throws",
                        lock,
                        "try {\nlock.lockInterruptibly(); // here\n} catch (InterruptedException e) {\n"
                                + "Thread.currentThread().interrupt(); throw new IllegalStateException(e); }\ntry {"
                                + body
                                + "} finally { lock.unlock(); }",
                        looks),
                counter(
                        "flag-lost",
                        "private int number; private final Semaphore one = new Semaphore(1);",
                        "while (true) { try {\none.acquire(); // here\nbreak; } catch (InterruptedException e) { } }\n"
                                + "try {" + body + "} finally { one.release(); }",
                        "one.acquireUninterruptibly(); try { return number; } finally { one.release(); }"),
                counter(
                        "waits-for-itself",
                        "private int number; private final StampedLock lock = new StampedLock();",
                        "long stamp = lock.writeLock(); try { int n = value(); pause.pause();\nnumber = n - 1; }"
                                + "finally { lock.unlockWrite(stamp); }",
                        "long stamp = lock.readLock(); // here\ntry { return number; } finally { lock.unlockRead(stamp); }"));
    }

    static Stream<Arguments> officeIsConvicted() {
        String search = "@Override public int search() { return store.read(); }\n";
        return Stream.of(
                Arguments.of(
                        "lock-of-the-store",
                        "@Override public boolean buy(String passenger) {\nsynchronized (store) { // here\n"
                                + "int left = store.read(); if (left == 0) return false;\n"
                                + "pause.pause(); store.write(left - 1); return true; } }\n" + search),
                Arguments.of(
                        "leak-returns",
                        "private final Lock lock = new ReentrantLock();\n"
                                + "@Override public boolean buy(String passenger) {\nlock.lock(); // here\n"
                                + "int left;\ntry { left = store.read(); if (left == 0) return false; pause.pause(); "
                                + "store.write(left - 1); } catch (Throwable t) { lock.unlock(); throw t; }\n"
                                + "lock.unlock(); return true; }\n" + search),
                Arguments.of("look-locks", """
                        @Override public synchronized boolean buy(String passenger) {
                        int left = store.read(); if (left == 0) return false;
                        pause.pause(); store.write(left - 1); return true; }
                        @Override public int search() {
                        synchronized (this) { // here
                        return store.read(); } }
                        """),
                Arguments.of(
                        "crossed",
                        "private final Object a = new Object(); private final Object b = new Object();\n"
                                + "@Override public boolean buy(String passenger) {\n"
                                + "if (store.read() > 5) {\nsynchronized (a) { synchronized (b) { return sell(); } } }\n"
                                + "synchronized (b) { synchronized (a) { return sell(); } } }\n"
                                + "private boolean sell() { int left = store.read(); if (left == 0) return false;\n"
                                + "pause.pause(); store.write(left - 1); return true; }\n" + search));
    }
}
