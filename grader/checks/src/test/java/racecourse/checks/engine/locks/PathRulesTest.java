package racecourse.checks.engine.locks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each of the rules that every lab is asked, in a bad line and beside good ones that look like it. */
class PathRulesTest {
    @TempDir
    Path folder = Path.of("");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    signal-not-held | public void m() { notifyAll(); }
                    signal-not-held | final Object a = new Object(); public void m() { synchronized (a) { notify(); } }
                    signal-not-held | final Lock l = new ReentrantLock(); final Condition c = l.newCondition(); public void m() { c.signalAll(); }
                    signal-not-held | final Lock l = new ReentrantLock(); final Condition c = l.newCondition(); public void m() throws Exception { while (n == 0) { c.await(); } }
                    signal-not-held | public void m() throws Exception { while (n == 0) { wait(); } }
                    blocked-inside  | public synchronized void m() throws Exception { Thread.sleep(10); }
                    blocked-inside  | public synchronized int m(Process p) throws Exception { return p.waitFor(); }
                    blocked-inside  | public synchronized void m(Thread t) throws Exception { t.join(); }
                    blocked-inside  | final Lock l = new ReentrantLock(); public void m(Runnable r) { l.lock(); try { r.run(); } finally { l.unlock(); } }
                    blocked-inside  | final Map<Long, Process> ps = new HashMap<>(); public synchronized int m(long p) throws Exception { return help(ps.get(p)); } private int help(Process p) throws Exception { return p.waitFor(); }
                    scope-static    | static final Object ALL = new Object(); public void m() { synchronized (ALL) { n++; } }
                    scope-static    | public void m() { synchronized (C.class) { n++; } }
                    scope-static    | private static final Lock L = new ReentrantLock(); public void m() { L.lock(); try { n++; } finally { L.unlock(); } }
                    scope-instance  | static int all; public synchronized void m() { all++; }
                    scope-instance  | static int all; final Lock l = new ReentrantLock(); public void m() { l.lock(); try { all++; } finally { l.unlock(); } }
                    scope-call      | public void m() { Object own = new Object(); synchronized (own) { n++; } }
                    scope-call      | public void m() { Lock l = new ReentrantLock(); l.lock(); try { n++; } finally { l.unlock(); } }
                    guard-missing   | public synchronized void m() { n++; } public int size() { return n; }
                    guard-other     | final Object a = new Object(); public synchronized void m() { n++; } public int size() { synchronized (a) { return n; } }
                    leak-throws     | final Lock l = new ReentrantLock(); public void m(Object o) { l.lock(); o.hashCode(); if (o == null) { throw new IllegalStateException(); } l.unlock(); }
                    crossed         | final Object a = new Object(); final Object b = new Object(); public void m() { synchronized (a) { synchronized (b) { n++; } } } public void o() { synchronized (b) { synchronized (a) { n++; } } }
                    """)
    void isSeen(String stem, String members) throws IOException {
        List<String> said = said(members);

        assertTrue(said.contains("locks." + stem), said.toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    public synchronized void m() { n++; notifyAll(); }
                    final Lock l = new ReentrantLock(); final Condition c = l.newCondition(); public void m() { l.lock(); try { n++; c.signalAll(); } finally { l.unlock(); } }
                    final ReadWriteLock l = new ReentrantReadWriteLock(); final Condition c = l.writeLock().newCondition(); public void m() { l.writeLock().lock(); try { n++; c.signalAll(); } finally { l.writeLock().unlock(); } }
                    public void m() { synchronized (this) { help(); } } private void help() { notifyAll(); }
                    public void m(Object o) { o.notifyAll(); }
                    public void m() throws Exception { synchronized (this) { n++; } Thread.sleep(10); }
                    public int m(Process p) throws Exception { synchronized (this) { n++; } return p.waitFor(); }
                    public synchronized void m() throws Exception { while (n == 0) { wait(); } n--; }
                    static int all; static final Object ALL = new Object(); public void m() { synchronized (ALL) { all++; } }
                    static int all; public static synchronized void m() { all++; }
                    static int all; public void m() { synchronized (this) { synchronized (C.class) { all++; } } }
                    static final Object ALL = new Object(); public void m() { synchronized (ALL) { synchronized (this) { n++; } } }
                    public synchronized void m() { n++; } public synchronized int size() { return n; }
                    volatile int v; public synchronized void m() { v++; } public int size() { return v; }
                    final int fixed = 3; public synchronized void m() { n++; } public int size() { return fixed; }
                    final List<Object> locks = List.of(new Object()); public void m() { synchronized (locks.get(0)) { n++; } }
                    """)
    void isLeftInPeace(String members) throws IOException {
        assertEquals(List.of(), said(members));
    }

    private List<String> said(String members) throws IOException {
        Path file = folder.resolve("src/lab/C.java");
        Files.createDirectories(file.getParent());
        Files.writeString(file, """
                package lab;
                import java.util.*;
                import java.util.concurrent.locks.*;
                public class C {
                    int n;
                """ + members + "\n}\n");
        return PathRules.found(List.of(Compiled.compile(folder.resolve("src"), folder.resolve("classes"))), "lab.C")
                .stream()
                .map(finding -> finding.message().key())
                .toList();
    }
}
