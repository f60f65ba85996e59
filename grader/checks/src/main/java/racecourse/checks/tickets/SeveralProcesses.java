package racecourse.checks.tickets;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import racecourse.checks.engine.Powerless;
import racecourse.checks.engine.Subject;
import racecourse.checks.engine.Violation;
import racecourse.checks.protocol.Evidence;
import racecourse.checks.protocol.Message;
import racecourse.contract.tickets.TicketFile;

/**
 * Three JVMs over one file: one is killed in its pause while it holds the lock, the others, three threads in each, buy
 * the rest. The file ends valid and exact, and a JVM that ends leaves the lock file where it is.
 */
final class SeveralProcesses {
    private static final int TICKETS = 40;
    private static final int THREADS = 3;

    /** How long a blocked buyer is given to get on by mistake while the lock is still held. */
    private static final long MUST_NOT_GET_ON_MILLIS = 60;

    private SeveralProcesses() {}

    static void share(Subject subject) throws IOException {
        TicketFile file = Office.createFile(TICKETS);
        try (BuyerProcess killed = new BuyerProcess(subject, file.path(), 1);
                BuyerProcess first = new BuyerProcess(subject, file.path(), THREADS);
                BuyerProcess second = new BuyerProcess(subject, file.path(), THREADS)) {
            killed.awaitOpen();
            first.awaitOpen();
            second.awaitOpen();
            String staying = killed.buyAndStayInPause();
            if (!staying.equals("in the pause")) {
                if (staying.startsWith("threw")) {
                    throw new Violation(Evidence.of(
                            Message.of("tickets.processes.sell"), Message.of("tickets.processes.problem", staying)));
                }
                throw new Powerless(Message.of("engine.no-pause", "buy(…)"));
            }
            first.buyAll();
            second.buyAll();
            if (first.hasResultWithin(MUST_NOT_GET_ON_MILLIS)) {
                String result = first.result();
                throw new Violation(Evidence.of(
                                Message.of("tickets.processes.wait"), Message.of("tickets.processes.got-on", result))
                        .hinting(Message.of("tickets.filelock.try")));
            }
            killed.kill();
            int sold = sold(first.result()) + sold(second.result());
            conserved(file, sold);
            if (first.endsByItself() && !Files.exists(file.lockPath())) {
                throw new Violation(
                        Evidence.of(Message.of("tickets.lockfile.stays"), Message.of("tickets.lockfile.gone-at-exit"))
                                .hinting(Message.of("tickets.lockfile.stays.try")));
            }
        }
    }

    private static int sold(String result) {
        if (!result.startsWith("sold ")) {
            throw new Violation(
                    Evidence.of(Message.of("tickets.processes.sell"), Message.of("tickets.processes.problem", result)));
        }
        return Integer.parseInt(result.substring("sold ".length()));
    }

    private static void conserved(TicketFile file, int sold) {
        List<String> wrong = new ArrayList<>();
        int left = Office.peek(file);
        if (left != 0) {
            wrong.add(left + " left");
        }
        if (sold != TICKETS) {
            wrong.add(sold + " sold");
        }
        if (!wrong.isEmpty()) {
            throw new Violation(Evidence.of(
                            Message.of("tickets.processes.conserve", TICKETS),
                            Message.of("tickets.processes.counted", String.join(", ", wrong)))
                    .hinting(Message.of("tickets.filelock.try")));
        }
    }
}
