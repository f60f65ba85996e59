package racecourse.checks.engine;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the submission prints. Standard output and error of the worker end here; what a library of the kit says to them
 * is dropped, what has a line of the submission on its stack is kept, the beginning of it.
 */
public final class Printed {
    private static final int KEPT = 2000;
    private static final List<String> INTERCEPTORS = List.of("org.jetbrains.", "sun.nio.ch.lincheck.");

    private static final StringBuilder TEXT = new StringBuilder();
    private static final List<List<StackTraceElement>> STACKS = new ArrayList<>();

    private Printed() {}

    /** Takes over standard output and error for the rest of this JVM's life. */
    public static void capture() {
        PrintStream stream = new PrintStream(new Capture(), true, StandardCharsets.UTF_8);
        System.setOut(stream);
        System.setErr(stream);
    }

    /** Forgets what was printed. */
    public static synchronized void clear() {
        TEXT.setLength(0);
        STACKS.clear();
    }

    /** Returns the beginning of what was printed. */
    public static synchronized String text() {
        return TEXT.toString();
    }

    /**
     * Returns the stack of the first thread that printed something on the way through none of these classes.
     *
     * @param others names of classes that answer for themselves
     * @return the stack, or {@code null}
     */
    public static synchronized @Nullable List<StackTraceElement> first(Set<String> others) {
        return STACKS.stream()
                .filter(stack -> stack.stream().noneMatch(frame -> others.contains(frame.getClassName())))
                .findFirst()
                .orElse(null);
    }

    private static synchronized void keep(byte[] bytes, int offset, int length) {
        if (TEXT.length() >= KEPT) {
            return;
        }
        List<StackTraceElement> stack = List.of(Thread.currentThread().getStackTrace());
        if (Threads.ownFrames(stack).isEmpty() || isOfAnInterceptor(stack)) {
            return;
        }
        if (!STACKS.contains(stack)) {
            STACKS.add(stack);
        }
        String text = new String(bytes, offset, length, StandardCharsets.UTF_8);
        TEXT.append(text, 0, Math.min(text.length(), KEPT - TEXT.length()));
    }

    /** What steps in between the lines of a submission, the explorer, warns on the submission's threads. */
    private static boolean isOfAnInterceptor(List<StackTraceElement> stack) {
        for (StackTraceElement frame : stack) {
            String name = frame.getClassName();
            if (Subject.owns(name)) {
                return false;
            }
            if (INTERCEPTORS.stream().anyMatch(name::startsWith)) {
                return true;
            }
        }
        return false;
    }

    private static final class Capture extends OutputStream {
        @Override
        public void write(int b) {
            keep(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            keep(bytes, offset, length);
        }
    }
}
