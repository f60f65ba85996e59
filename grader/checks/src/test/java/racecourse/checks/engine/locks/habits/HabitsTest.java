package racecourse.checks.engine.locks.habits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import racecourse.checks.engine.locks.Compiled;
import racecourse.checks.protocol.Evidence;
import racecourse.checks.protocol.Place;

/** Each habit in a bad line, marked so, and beside good ones that look like it. */
class HabitsTest {

    @TempDir
    Path folder = Path.of("");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    threads.started-not-run       | public void m() { Thread t = new Thread(() -> {}); t.run(); }
                    threads.started-not-run       | static class Own extends Thread { } public void m() { new Own().run(); }
                    threads.never-stopped         | void m(Thread t) { t.stop(); }
                    threads.not-from-a-constructor| int late; C() { new Thread(() -> System.out.println(late)).start(); late = 1; }
                    threads.daemon-before-start   | public void m() { Thread t = new Thread(() -> {}); t.start(); t.setDaemon(true); }
                    interrupts.not-swallowed      | public void m() { try { Thread.sleep(1); } catch (InterruptedException e) { } }
                    interrupts.not-swallowed      | public int m() { while (true) { try { Thread.sleep(1); return 1; } catch (InterruptedException e) { } } }
                    interrupts.not-swallowed      | int x; public void m() { try { wait(); } catch (InterruptedException e) { } x = 2; }
                    locks.acquired-before-try     | final Lock l = new ReentrantLock(); public void m() { try { l.lock(); f(); } finally { l.unlock(); } }
                    locks.acquired-before-try     | public void m(Lock l) throws Exception { try { l.lockInterruptibly(); f(); } finally { l.unlock(); } }
                    locks.object-for-locking      | public void m() { synchronized ("lock") { f(); } }
                    locks.object-for-locking      | final String lock = "a"; public void m() { synchronized (lock) { f(); } }
                    locks.object-for-locking      | Integer n = 1; public void m() { synchronized (n) { f(); } }
                    locks.object-for-locking      | public void m() { synchronized (new Object()) { f(); } }
                    locks.object-for-locking      | public void m() { Object lock = new Object(); synchronized (lock) { f(); } }
                    locks.object-for-locking      | void m(int n) { synchronized (Integer.valueOf(n)) { f(); } }
                    locks.kept-in-a-final-field   | Object lock = new Object(); public void m() { synchronized (lock) { lock = new Object(); } }
                    locks.kept-in-a-final-field   | Lock l = new ReentrantLock(); public void m() { l.lock(); try { f(); } finally { l.unlock(); } } void n() { l = null; }
                    """)
    void isSeen(String id, String members) throws IOException {
        Set<String> rules = rules(found(members));

        assertTrue(rules.contains(id), rules.toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    public void m() { Thread t = new Thread(() -> {}); t.setDaemon(true); t.start(); }
                    public void m() { for (int i = 0; i < 3; i++) { Thread t = new Thread(() -> {}); t.setDaemon(true); t.start(); } }
                    void m(Runnable r) { r.run(); }
                    static class Own extends Thread { @Override public void run() { super.run(); } void stop(int n) { } }
                    int early; C() { early = 1; new Thread(() -> System.out.println(early)).start(); }
                    public void m() { try { Thread.sleep(1); } catch (InterruptedException e) { Thread.currentThread().interrupt(); } }
                    public void m() { boolean was = false; try { wait(); } catch (InterruptedException e) { was = true; } if (was) { f(); } }
                    public void m() { try { wait(); } catch (InterruptedException e) { throw new IllegalStateException(e); } }
                    void m() { new Thread(() -> { try { Thread.sleep(1); } catch (InterruptedException e) { } }).start(); }
                    public int m() { try { wait(); return 1; } catch (InterruptedException e) { return 2; } }
                    public void m() { try { f(); } catch (IllegalStateException e) { } }
                    final Lock l = new ReentrantLock(); public void m() { l.lock(); try { f(); } finally { l.unlock(); } }
                    final Lock a = new ReentrantLock(); final Lock b = new ReentrantLock(); public void m() { a.lock(); try { b.lock(); try { f(); } finally { b.unlock(); } } finally { a.unlock(); } }
                    private final Object lock = new Object(); public void m() { synchronized (lock) { f(); } }
                    public void m() { synchronized (this) { f(); } } static void n() { synchronized (C.class) { System.gc(); } }
                    private final StringBuilder text = new StringBuilder(); public void m() { synchronized (text) { text.append(1); } }
                    private final Object lock; C() { lock = new Object(); } public void m() { synchronized (lock) { f(); } }
                    public void m() { Object lock = new Object(); new Thread(() -> { synchronized (lock) { f(); } }).start(); synchronized (lock) { f(); } }
                    Object kept; public void m() { Object lock = new Object(); kept = lock; synchronized (lock) { f(); } }
                    """)
    void isSpared(String members) throws IOException {
        assertEquals(List.of(), found(members));
    }

    @Test
    void itsLinesAreNamedOnceEach() throws IOException {
        List<Evidence> found = found("""
                public void m(Lock l) {
                    try {
                        l.lock();
                        if (l.hashCode() == 3) {
                            return;
                        }
                        f();
                    } finally {
                        l.unlock();
                    }
                }
                """);

        assertEquals(1, found.size());
        assertEquals(List.of(8), found.get(0).where().stream().map(Place::line).toList());
        assertEquals(
                "lab.C".replace('.', '/') + ".java", found.get(0).where().get(0).file());
    }

    private static Set<String> rules(List<Evidence> found) {
        Set<String> rules = new TreeSet<>();
        found.forEach(evidence -> rules.add(String.valueOf(evidence.rule())));
        return rules;
    }

    private List<Evidence> found(String members) throws IOException {
        Path file = folder.resolve("src/lab/C.java");
        Files.createDirectories(file.getParent());
        Files.writeString(file, """
                package lab;
                import java.util.concurrent.locks.*;
                @SuppressWarnings("all")
                public class C {
                    void f() {}
                """ + members + "\n}\n");
        Path classes = Compiled.compile(folder.resolve("src"), folder.resolve("classes"));
        return Habits.found(List.of(classes), List.of("lab.C"));
    }
}
