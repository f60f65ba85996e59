package racecourse.checks.tickets;

import java.util.concurrent.atomic.AtomicInteger;
import racecourse.checks.engine.Subject;
import racecourse.checks.engine.Violation;
import racecourse.checks.engine.exclusion.Section;
import racecourse.checks.protocol.Evidence;
import racecourse.checks.protocol.Message;
import racecourse.contract.Pause;
import racecourse.contract.tickets.TicketOffice;

/** A submission's offices, as critical sections: each purchase takes one ticket. */
record TicketSections(Office office, Office.Opening opening) implements Section.Maker {
    private static final int LETTERS = 26;
    private static final int LENGTHS = 3;

    TicketSections(Office office, Subject subject) {
        this(office, office.in(subject));
    }

    @Override
    public Section make(int start, Pause pause) throws Throwable {
        TicketOffice counter = opening.open(office.store(start, access -> {}), pause);
        AtomicInteger passengers = new AtomicInteger();
        return new Section() {
            @Override
            public void take() {
                if (!counter.buy(name(passengers.getAndIncrement()))) {
                    throw new Violation(Evidence.of(
                                    Message.of("tickets.never-refuses"), Message.of("tickets.refused-with-some-left"))
                            .hinting(Message.of("tickets.never-refuses.try")));
                }
            }

            @Override
            public int left() {
                return counter.search();
            }
        };
    }

    /** Names of even and odd hash codes, lengths and letters in turn: who buys shall not matter. */
    private static String name(int passenger) {
        return String.valueOf((char) ('A' + passenger % LETTERS)).repeat(1 + passenger % LENGTHS);
    }

    @Override
    public String take() {
        return "buy(…)";
    }

    @Override
    public String left() {
        return "search()";
    }
}
