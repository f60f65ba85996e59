package racecourse.checks.tickets;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import racecourse.checks.engine.Printed;
import racecourse.checks.engine.Subject;
import racecourse.checks.engine.Violation;
import racecourse.checks.engine.processes.ChildJvm;
import racecourse.checks.protocol.Evidence;
import racecourse.checks.protocol.Message;
import racecourse.contract.Pause;
import racecourse.contract.tickets.TicketFile;
import racecourse.contract.tickets.TicketOffice;

/** Another JVM with an office of the submission in it. */
final class BuyerProcess implements AutoCloseable {
    private static final long END_MILLIS = 3000;

    private final ChildJvm child;

    /** Starts a JVM; it opens its office and says "open". */
    BuyerProcess(Subject subject, Path dataFile, int threads) throws IOException {
        String classPath =
                subject.classPath().stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        child = new ChildJvm(Main.class, classPath, dataFile.toString(), Integer.toString(threads));
    }

    /** Waits until the office is open; what its constructor throws is a violation. */
    void awaitOpen() {
        String answer = child.answer();
        if (!answer.equals("open")) {
            throw new Violation(
                    Evidence.of(Message.of("tickets.processes.sell"), Message.of("tickets.processes.problem", answer)));
        }
    }

    /** Lets every thread buy until it is refused. */
    void buyAll() {
        child.tell("buy-all");
    }

    /** Lets one thread buy; it stays in its pause for ever, and this returns when it is there. */
    String buyAndStayInPause() {
        return child.ask("stay-in-pause");
    }

    /** Waits for the number of tickets bought, or for what went wrong. */
    String result() {
        return child.answer();
    }

    /** Returns whether there is a result within a time. */
    boolean hasResultWithin(long millis) {
        return child.answersWithin(millis);
    }

    /** Tells the JVM to end; returns whether it has done so in time. */
    boolean endsByItself() {
        child.noMoreCommands();
        return child.endsWithin(END_MILLIS);
    }

    /** Kills the JVM, whatever it is doing. */
    void kill() {
        child.close();
    }

    @Override
    public void close() {
        kill();
    }

    /** The other JVM. */
    static final class Main {
        private final PrintStream answers;
        private final CountDownLatch forEver = new CountDownLatch(1);
        private volatile boolean staying;

        private Main(PrintStream answers) {
            this.answers = answers;
        }

        public static void main(String[] arguments) throws IOException {
            Main main = new Main(System.out);
            BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            Printed.capture();
            List<Path> classPath = Arrays.stream(arguments[0].split(File.pathSeparator))
                    .map(Path::of)
                    .toList();
            try {
                TicketOffice office = Office.PROCESS
                        .in(new Subject(classPath, 0))
                        .open(new TicketFile(Path.of(arguments[1])), (Pause) main::pause);
                main.say("open");
                main.obey(commands, office, Integer.parseInt(arguments[2]));
            } catch (Throwable e) {
                main.say("threw " + e);
            }
        }

        private void obey(BufferedReader commands, TicketOffice office, int threads) throws IOException {
            for (String command = commands.readLine(); command != null; command = commands.readLine()) {
                if (command.equals("stay-in-pause")) {
                    staying = true;
                    new Thread(() -> say(buy(office, new AtomicInteger()) + " left the pause")).start();
                } else {
                    say(buyAll(office, threads));
                }
            }
        }

        private String buyAll(TicketOffice office, int threads) {
            AtomicInteger sold = new AtomicInteger();
            List<String> problems = new ArrayList<>();
            List<Thread> buyers = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                Thread buyer = new Thread(() -> {
                    String problem = "";
                    while (problem.isEmpty()) {
                        problem = buy(office, sold);
                    }
                    synchronized (problems) {
                        problems.add(problem);
                    }
                });
                buyers.add(buyer);
                buyer.start();
            }
            for (Thread buyer : buyers) {
                try {
                    buyer.join();
                } catch (InterruptedException e) {
                    return "threw " + e;
                }
            }
            return problems.stream()
                    .filter(problem -> !problem.equals("refused"))
                    .findFirst()
                    .orElse("sold " + sold.get());
        }

        private String buy(TicketOffice office, AtomicInteger sold) {
            try {
                if (!office.buy("somebody")) {
                    return "refused";
                }
                sold.incrementAndGet();
                return "";
            } catch (Throwable e) {
                return "threw " + e;
            }
        }

        private void pause() {
            if (staying) {
                say("in the pause");
                try {
                    forEver.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        }

        private synchronized void say(String line) {
            answers.println(line);
            answers.flush();
        }
    }
}
