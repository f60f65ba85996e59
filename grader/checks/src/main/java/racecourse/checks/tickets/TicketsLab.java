package racecourse.checks.tickets;

import java.util.List;
import racecourse.checks.catalogue.Check;
import racecourse.checks.catalogue.Lab;

/** Lab 03: tickets sold under mutual exclusion, between threads and between processes. */
public final class TicketsLab implements Lab {
    @Override
    public String name() {
        return "tickets";
    }

    @Override
    public List<String> entryClasses() {
        return List.of("lab.tickets.ThreadTicketOffice", "lab.tickets.ProcessTicketOffice");
    }

    @Override
    public List<Check> checks() {
        return List.of();
    }
}
