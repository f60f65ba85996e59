package racecourse.checks.ipc;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
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
    private static final int HEAP_MIB = 64;

    /** Leaves nearly all of it to what lasts; and the JIT, for there is much to do for who writes byte by byte. */
    private static final List<String> FLAGS = List.of("-Xmx" + HEAP_MIB + "m", "-Xmn8m", "-XX:TieredStopAtLevel=4");

    private static final int SMALL = 10_000;
    private static final int SMALL_BYTES = 1024;

    /** As much as the heap. Long ones, for a heap that fills up with small ones takes its time until it is full. */
    private static final int LONG = HEAP_MIB * 16;

    private static final int LONG_BYTES = 64 * 1024;

    private static final int ROUNDS = 4;

    private Volume() {}

    static void needsNoMemory(Subject subject) throws Exception {
        String classPath =
                subject.classPath().stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        try (ChildJvm child = new ChildJvm(FLAGS, Main.class, classPath)) {
            if (!child.answer().equals(Main.READY)) {
                throw new Powerless(Message.of("engine.control.accused", "ipc.volume.ran-out"));
            }
            for (int round = 1; round <= ROUNDS; round++) {
                String answer = child.answer();
                if (!answer.equals(Main.PASSED)) {
                    throw new Violation(Evidence.of(
                                    Message.of("ipc.volume.expected", SMALL, LONG, HEAP_MIB),
                                    answer.equals(Main.RAN_OUT)
                                            ? Message.of("ipc.volume.ran-out", SMALL + LONG / ROUNDS * round)
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

        private Main() {}

        public static void main(String[] arguments) {
            PrintStream answers = System.out;
            Printed.capture();
            List<Path> classPath = Arrays.stream(arguments[0].split(File.pathSeparator))
                    .map(Path::of)
                    .toList();
            try {
                new Conversation(PlantedMessenger.RIGHT).last(() -> {});
                // less than is sent, or keeping it would not show
                long room = Runtime.getRuntime().maxMemory();
                say(
                        answers,
                        room < (long) LONG * LONG_BYTES + SMALL * SMALL_BYTES ? READY : "too much memory: " + room);
                new Conversation(new FramedMessengers(new Subject(classPath, 0))).last(() -> say(answers, PASSED));
            } catch (OutOfMemoryError e) {
                say(answers, RAN_OUT);
            } catch (Throwable e) {
                say(answers, "threw " + e);
            }
            Runtime.getRuntime().halt(0);
        }

        private static void say(PrintStream answers, String line) {
            answers.println(line);
            answers.flush();
        }
    }

    /** One thread that sends a message, receives it, and goes on with the next. */
    private static final class Conversation {
        /** So that every number has as many digits. */
        private static final int FIRST = 1_000_000;

        private static final int DIGITS = 7;

        private final Recorder wire = new Recorder();
        private final Feed in = new Feed();
        private final Messenger.Writing sender;
        private final Messenger.Reading receiver;
        private int number = FIRST;

        Conversation(Messenger messenger) throws Throwable {
            sender = messenger.sender(wire);
            receiver = messenger.receiver(in);
        }

        void last(Runnable afterEachRound) throws IOException {
            pass(SMALL, SMALL_BYTES);
            for (int round = 1; round <= ROUNDS; round++) {
                pass(LONG / ROUNDS, LONG_BYTES);
                afterEachRound.run();
            }
        }

        private void pass(int messages, int bytes) throws IOException {
            String filling = "x".repeat(bytes - DIGITS);
            for (int i = 0; i < messages; i++) {
                String message = number++ + filling;
                sender.send(message);
                in.with(wire.taken());
                if (!receiver.receive().equals(Optional.of(message))) {
                    throw new IllegalStateException("message " + (number - FIRST) + " arrived as another one");
                }
            }
        }
    }

    /**
     * Gives out what was written since the last time, and forgets it. It locks nothing: whoever writes has written when
     * send() returns.
     */
    private static final class Recorder extends OutputStream {
        private byte[] bytes = new byte[2 * LONG_BYTES];
        private int written;

        @Override
        public void write(int b) {
            makeRoom(1);
            bytes[written++] = (byte) b;
        }

        @Override
        public void write(byte[] from, int offset, int length) {
            makeRoom(length);
            System.arraycopy(from, offset, bytes, written, length);
            written += length;
        }

        private void makeRoom(int length) {
            if (written + length > bytes.length) {
                bytes = Arrays.copyOf(bytes, 2 * (written + length));
            }
        }

        byte[] taken() {
            byte[] taken = Arrays.copyOf(bytes, written);
            written = 0;
            return taken;
        }
    }
}
