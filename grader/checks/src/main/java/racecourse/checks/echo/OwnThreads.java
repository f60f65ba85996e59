package racecourse.checks.echo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.channels.AsynchronousChannelGroup;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import racecourse.checks.engine.Subject;
import racecourse.checks.engine.Threads;
import racecourse.checks.protocol.Place;

/** The threads of servers: those that have appeared since, less those that are nobody's or everybody's. */
final class OwnThreads {
    private static final String CHANNELS = "java/nio/channels/Asynchronous";
    private static final String GROUP = CHANNELS + "ChannelGroup";
    private static final int SHOWN = 4;

    private final Set<Thread> before = Threads.alive();
    private final boolean shared;

    OwnThreads(Subject subject) {
        this.shared = subject.classes().stream().anyMatch(OwnThreads::hasStaticPool)
                || (names(subject, CHANNELS) && !names(subject, GROUP));
    }

    /** Whether idle threads may belong to a pool that outlives a server; the JDK has one for channels of no group. */
    private static boolean hasStaticPool(Class<?> type) {
        try {
            return Arrays.stream(type.getDeclaredFields()).anyMatch(OwnThreads::isStaticPool);
        } catch (LinkageError e) {
            return true;
        }
    }

    private static boolean isStaticPool(Field field) {
        return Modifier.isStatic(field.getModifiers())
                && (Executor.class.isAssignableFrom(field.getType())
                        || AsynchronousChannelGroup.class.isAssignableFrom(field.getType()));
    }

    private static boolean names(Subject subject, String type) {
        for (Path directory : subject.classPath()) {
            try (Stream<Path> files = Files.walk(directory)) {
                for (Path file :
                        files.filter(one -> one.toString().endsWith(".class")).toList()) {
                    if (Files.readString(file, StandardCharsets.ISO_8859_1).contains(type)) {
                        return true;
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return false;
    }

    /** Returns whether threads may be shared by servers, and outlive them. */
    boolean areShared() {
        return shared;
    }

    /** Returns the threads that are left. */
    List<Thread> left() {
        return Threads.alive().stream()
                .filter(thread -> !before.contains(thread) && thread != Thread.currentThread())
                .filter(thread -> !Watch.isOfTheKit(thread) && !isEverybodys(thread))
                .filter(thread -> !shared || Watch.isOfTheSubmission(thread))
                .toList();
    }

    private static boolean isEverybodys(Thread thread) {
        ThreadGroup group = thread.getThreadGroup();
        return group == null
                || group.getName().equals("system")
                || group.getName().equals("InnocuousThreadGroup")
                || (thread instanceof ForkJoinWorkerThread worker && worker.getPool() == ForkJoinPool.commonPool());
    }

    String names() {
        List<Thread> left = left();
        String names = left.stream().limit(SHOWN).map(Thread::getName).collect(Collectors.joining(", "));
        return left.size() > SHOWN ? names + " and " + (left.size() - SHOWN) + " more" : names;
    }

    /** Returns the lines in which threads of the submission are reading, writing or accepting right now. */
    List<Place> busy() {
        List<Place> places = new ArrayList<>();
        if (shared) {
            // whose work a shared thread does is not to be seen
            return places;
        }
        for (Map.Entry<Thread, StackTraceElement[]> one :
                Thread.getAllStackTraces().entrySet()) {
            List<StackTraceElement> stack = List.of(one.getValue());
            if (!before.contains(one.getKey()) && !Watch.isOfTheKit(one.getKey()) && isInInput(stack)) {
                places.addAll(Threads.innermost(stack, null));
            }
        }
        return places;
    }

    /** A thread on its way out may still close something; one that reads has not begun to end. */
    private static boolean isInInput(List<StackTraceElement> stack) {
        boolean input = false;
        for (StackTraceElement frame : stack) {
            if (Subject.owns(frame.getClassName())) {
                return input;
            }
            if (frame.getMethodName().toLowerCase(Locale.ROOT).contains("close")) {
                return false;
            }
            input |= frame.getClassName().startsWith("sun.nio.ch.");
        }
        return false;
    }
}
