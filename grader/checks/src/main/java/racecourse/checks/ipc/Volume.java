package racecourse.checks.ipc;

import java.io.File;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import racecourse.checks.engine.Powerless;
import racecourse.checks.engine.Printed;
import racecourse.checks.engine.Subject;
import racecourse.checks.engine.Violation;
import racecourse.checks.engine.processes.ChildJvm;
import racecourse.checks.protocol.Evidence;
import racecourse.checks.protocol.Message;

/**
 * Far more messages than fit into the memory of the JVM that sends and receives them: whoever keeps them runs out of
 * it. The heap is so large that room for the longest message may be kept on both sides.
 */
final class Volume {
    private static final int HEAP_MIB = 96;

    /** Twice the heap, of 1 KiB each. */
    private static final int MESSAGES = 2 * HEAP_MIB * 1024;

    private static final int ROUNDS = 8;

    private Volume() {}

    static void needsNoMemory(Subject subject) throws Exception {
        String classPath =
                subject.classPath().stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        try (ChildJvm child = new ChildJvm(List.of("-Xmx" + HEAP_MIB + "m"), Main.class, classPath)) {
            if (!child.answer().equals(Main.READY)) {
                throw new Powerless(Message.of("engine.control.accused", "ipc.volume.ran-out"));
            }
            for (int round = 1; round <= ROUNDS; round++) {
                String answer = child.answer();
                if (!answer.equals(Main.PASSED)) {
                    throw new Violation(Evidence.of(
                                    Message.of("ipc.volume.expected", MESSAGES, HEAP_MIB),
                                    answer.equals(Main.RAN_OUT)
                                            ? Message.of("ipc.volume.ran-out", MESSAGES / ROUNDS * round)
                                            : Message.of("ipc.peer.problem", answer))
                            .hinting(Message.of("ipc.volume.try")));
                }
            }
        }
    }

    /** The JVM with little memory. */
    static final class Main {
        private static final String READY = "ready";
        private static final String PASSED = "passed";
        private static final String RAN_OUT = "ran out of memory";

        /** So that every number has as many digits. */
        private static final int FIRST = 1_000_000;

        private static final int NUMBER = 7;

        private Main() {}

        public static void main(String[] arguments) {
            PrintStream answers = System.out;
            Printed.capture();
            List<Path> classPath = Arrays.stream(arguments[0].split(File.pathSeparator))
                    .map(Path::of)
                    .toList();
            try {
                new Main().pass(PlantedMessenger.RIGHT, 1, answers, "");
                // less than was sent, or keeping it would not show
                long room = Runtime.getRuntime().maxMemory() / 1024;
                say(answers, room < MESSAGES ? READY : "too much memory: " + room + " KiB");
                new Main().pass(new FramedMessengers(new Subject(classPath, 0)), ROUNDS, answers, PASSED);
            } catch (OutOfMemoryError e) {
                say(answers, RAN_OUT);
            } catch (Throwable e) {
                say(answers, "threw " + e);
            }
            Runtime.getRuntime().halt(0);
        }

        private void pass(Messenger messenger, int rounds, PrintStream answers, String done) throws Throwable {
            Recorder wire = new Recorder();
            Feed in = new Feed();
            Messenger.Writing sender = messenger.sender(wire);
            Messenger.Reading receiver = messenger.receiver(in);
            String filling = "x".repeat(1024 - NUMBER);
            for (int i = 0; i < MESSAGES / ROUNDS * rounds; i++) {
                String message = (FIRST + i) + filling;
                sender.send(message);
                in.with(wire.taken());
                if (!receiver.receive().equals(Optional.of(message))) {
                    throw new IllegalStateException("message " + i + " arrived as another one");
                }
                if (!done.isEmpty() && (i + 1) % (MESSAGES / ROUNDS) == 0) {
                    say(answers, done);
                }
            }
        }

        private static void say(PrintStream answers, String line) {
            answers.println(line);
            answers.flush();
        }
    }

    /** Gives out what was written since the last time, and forgets it. */
    private static final class Recorder extends java.io.ByteArrayOutputStream {
        synchronized byte[] taken() {
            byte[] bytes = toByteArray();
            reset();
            return bytes;
        }
    }
}
