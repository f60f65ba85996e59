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
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import racecourse.checks.catalogue.Detection;
import racecourse.checks.engine.Powerless;
import racecourse.checks.engine.Printed;
import racecourse.checks.engine.Subject;
import racecourse.checks.engine.Violation;
import racecourse.checks.engine.processes.ChildJvm;
import racecourse.checks.protocol.Evidence;
import racecourse.checks.protocol.Message;
import racecourse.checks.protocol.Outcome;
import racecourse.contract.kitchen.Kitchen;
import racecourse.contract.kitchen.Order;

/** A JVM whose main program calls serve and returns: it ends by itself, for nobody but daemons is left. */
final class KitchenProcess {
    private static final String CONTROL = "control";

    /** How long a JVM may take to end once nothing keeps it. */
    private static final long END_MILLIS = 1_000;

    private static final long BETWEEN_LOOKS_MILLIS = 200;
    private static final int LOOKS = 15;

    /** A diner may eat for longer than serve may take to notice an interrupt. */
    private static final int EATS_SECONDS = 4;

    private KitchenProcess() {}

    /** What becomes of the call of serve in the other JVM. */
    enum Way {
        /** It returns. */
        SERVED(END_MILLIS),
        /** It is interrupted while all diners eat and all chefs wait; chefs have two seconds then. */
        INTERRUPTED(2_000 + END_MILLIS);

        private final long millis;

        Way(long millis) {
            this.millis = millis;
        }
    }

    static Detection endsAfter(Way way) {
        return subject -> {
            ends(subject, way);
            return new Outcome.Clean();
        };
    }

    private static void ends(Subject subject, Way way) throws IOException {
        String classPath =
                subject.classPath().stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        try (ChildJvm control = new ChildJvm(Main.class, CONTROL);
                ChildJvm kitchen = new ChildJvm(Main.class, way.name(), classPath)) {
            String answer = kitchen.answer();
            if (!answer.equals("served")) {
                throw new Powerless(Message.of("kitchen.exit.unserved", answer));
            }
            if (!kitchen.endsWithin(way.millis)) {
                staysFor(kitchen, way);
            }
            control.answer();
            if (control.endsWithin(1) || waiting(control.ask("who")).isEmpty()) {
                throw new Powerless(Message.of("engine.control.spared"));
            }
        }
    }

    /** Whoever keeps the JVM waits without end, and nobody else is left that could wake it. */
    private static void staysFor(ChildJvm kitchen, Way way) {
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
                                Message.of(way == Way.SERVED ? "kitchen.exit.expected" : "kitchen.exit.interrupted"),
                                Message.of("kitchen.exit.observed", waiting(now)))
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
            List<Path> classPath = Arrays.stream(arguments[1].split(File.pathSeparator))
                    .map(Path::of)
                    .toList();
            Way way = Way.valueOf(arguments[0]);
            try {
                Kitchen kitchen = new Kitchens(new Subject(classPath, 0)).newKitchen(2);
                if (way == Way.INTERRUPTED) {
                    interrupted(kitchen);
                } else {
                    kitchen.serve(
                            List.of(new Order("Anna", "soup", 3), new Order("Bo", "rice", 2)), 2, (diner, food) -> {});
                }
                answers.println("served");
            } catch (Throwable e) {
                answers.println("threw " + e.getClass().getName());
            }
        }

        /** That it throws is another check's affair, and so is when. */
        private static void interrupted(Kitchen kitchen) {
            Thread caller = Thread.currentThread();
            CountDownLatch eating = new CountDownLatch(2);
            Thread interrupter = new Thread(
                    () -> {
                        try {
                            eating.await();
                            // the sooner it is, the fewer chefs wait: none are started after this
                            eventually(caller);
                            caller.interrupt();
                        } catch (InterruptedException e) {
                            // nobody interrupts it
                        }
                    },
                    "interrupter");
            interrupter.setDaemon(true);
            interrupter.start();
            try {
                kitchen.serve(List.of(new Order("Anna", "soup", 9), new Order("Bo", "rice", 9)), 2, (diner, food) -> {
                    eating.countDown();
                    LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(EATS_SECONDS));
                });
            } catch (InterruptedException e) {
                // as it must be
            }
        }

        /** Waits until the caller waits, or for long enough. */
        private static void eventually(Thread caller) {
            for (int look = 0; look < LOOKS; look++) {
                Thread.State state = caller.getState();
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(BETWEEN_LOOKS_MILLIS / 20));
                if (state == Thread.State.WAITING && caller.getState() == state) {
                    return;
                }
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
