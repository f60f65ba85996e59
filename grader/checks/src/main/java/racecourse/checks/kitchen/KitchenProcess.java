package racecourse.checks.kitchen;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import racecourse.checks.engine.Powerless;
import racecourse.checks.engine.Printed;
import racecourse.checks.engine.Subject;
import racecourse.checks.engine.Violation;
import racecourse.checks.engine.processes.ChildJvm;
import racecourse.checks.protocol.Evidence;
import racecourse.checks.protocol.Message;
import racecourse.contract.kitchen.Order;

/** A JVM whose main program calls serve and returns: it ends by itself, for nobody but daemons is left. */
final class KitchenProcess {
    private static final String CONTROL = "control";

    /** How long a JVM may take to end once nothing keeps it. */
    private static final long END_MILLIS = 1_000;

    private static final long BETWEEN_LOOKS_MILLIS = 200;
    private static final int LOOKS = 15;

    private KitchenProcess() {}

    static void ends(Subject subject) throws IOException {
        String classPath =
                subject.classPath().stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        try (ChildJvm control = new ChildJvm(Main.class, CONTROL);
                ChildJvm kitchen = new ChildJvm(Main.class, classPath)) {
            String answer = kitchen.answer();
            if (!answer.equals("served")) {
                throw new Powerless(Message.of("kitchen.exit.unserved", answer));
            }
            if (!kitchen.endsWithin(END_MILLIS)) {
                staysFor(kitchen);
            }
            control.answer();
            if (control.endsWithin(1) || waiting(control.ask("who")).isEmpty()) {
                throw new Powerless(Message.of("engine.control.spared"));
            }
        }
    }

    /** Whoever keeps the JVM waits without end, and nobody else is left that could wake it. */
    private static void staysFor(ChildJvm kitchen) {
        String before = "";
        for (int look = 0; look < LOOKS; look++) {
            kitchen.tell("who");
            if (!kitchen.answersWithin(END_MILLIS)) {
                if (kitchen.endsWithin(1)) {
                    return;
                }
                continue;
            }
            String now = kitchen.answer();
            if (!waiting(now).isEmpty() && now.equals(before)) {
                throw new Violation(Evidence.of(
                                Message.of("kitchen.exit.expected"), Message.of("kitchen.exit.observed", waiting(now)))
                        .hinting(Message.of("kitchen.exit.try")));
            }
            before = now;
            if (kitchen.endsWithin(BETWEEN_LOOKS_MILLIS)) {
                return;
            }
        }
        throw new Powerless(Message.of("kitchen.exit.unclear"));
    }

    /** The names of those who keep the JVM, if all of them wait without end. */
    private static String waiting(String who) {
        return who.startsWith("waiting: ") ? who.substring("waiting: ".length()) : "";
    }

    /** The other JVM. */
    static final class Main {
        private Main() {}

        public static void main(String[] arguments) throws InterruptedException {
            PrintStream answers = System.out;
            InputStreamReader input = new InputStreamReader(System.in, StandardCharsets.UTF_8);
            Printed.capture();
            Thread listener = new Thread(() -> answer(new BufferedReader(input), answers), "listener");
            listener.setDaemon(true);
            listener.start();
            if (arguments[0].equals(CONTROL)) {
                CountDownLatch waits = new CountDownLatch(1);
                Thread left = new Thread(
                        () -> {
                            waits.countDown();
                            LockSupport.park();
                        },
                        "left behind");
                left.start();
                waits.await();
                answers.println("left");
                return;
            }
            List<Path> classPath = Arrays.stream(arguments[0].split(File.pathSeparator))
                    .map(Path::of)
                    .toList();
            try {
                new Kitchens(new Subject(classPath, 0))
                        .newKitchen(2)
                        .serve(
                                List.of(new Order("Anna", "soup", 3), new Order("Bo", "rice", 2)),
                                2,
                                (diner, food) -> {});
                answers.println("served");
            } catch (Throwable e) {
                answers.println("threw " + e.getClass().getName());
            }
        }

        private static void answer(BufferedReader commands, PrintStream answers) {
            try {
                while (commands.readLine() != null) {
                    answers.println(who());
                }
            } catch (IOException e) {
                // the other side is gone
            }
        }

        /** Who keeps this JVM from ending, and whether all of them wait without end. */
        private static String who() {
            List<Thread> keepers = Thread.getAllStackTraces().keySet().stream()
                    .filter(thread -> !thread.isDaemon() && thread.isAlive())
                    .filter(thread -> !thread.getName().equals("DestroyJavaVM")
                            && !thread.getName().equals("main"))
                    .toList();
            boolean all = keepers.stream()
                    .map(Thread::getState)
                    .allMatch(state -> state == Thread.State.WAITING || state == Thread.State.BLOCKED);
            return (all && !keepers.isEmpty() ? "waiting: " : "going on: ")
                    + keepers.stream().map(Thread::getName).sorted().collect(Collectors.joining(", "));
        }
    }
}
