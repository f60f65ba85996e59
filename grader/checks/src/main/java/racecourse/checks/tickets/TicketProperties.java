package racecourse.checks.tickets;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import racecourse.checks.engine.properties.PropertyRun;

/** What holds for an office whatever the numbers: arbitrary tickets, passengers, sequences, threads. */
@AddLifecycleHook(PropertyRun.Seeded.class)
class TicketProperties {
    private final Office office;

    TicketProperties(Office office) {
        this.office = office;
    }

    /** The office between threads, over a store in memory. */
    static final class OfThreads extends TicketProperties {
        OfThreads() {
            super(Office.THREAD);
        }
    }

    /** The office between processes, over a file; one JVM of them. */
    static final class OfProcesses extends TicketProperties {
        OfProcesses() {
            super(Office.PROCESS);
        }
    }

    @Provide
    Arbitrary<List<TicketModel.Event>> purchases() {
        return Arbitraries.<TicketModel.Event>frequencyOf(
                        Tuple.of(3, passengers().map(TicketProperties::buy)),
                        Tuple.of(1, Arbitraries.create(TicketProperties::search)))
                .list()
                .ofMinSize(1)
                .ofMaxSize(10);
    }

    @Provide
    Arbitrary<List<TicketModel.Event>> purchasesBesideOthers() {
        return Arbitraries.<TicketModel.Event>frequencyOf(
                        Tuple.of(2, passengers().map(TicketProperties::buy)),
                        Tuple.of(1, Arbitraries.create(TicketProperties::search)),
                        Tuple.of(1, Arbitraries.integers().between(0, 5).map(TicketProperties::refill)))
                .list()
                .ofMinSize(2)
                .ofMaxSize(12);
    }

    private static TicketModel.Event buy(String passenger) {
        return new TicketModel.Event.Buy(passenger);
    }

    private static TicketModel.Event search() {
        return new TicketModel.Event.Search();
    }

    private static TicketModel.Event refill(int tickets) {
        return new TicketModel.Event.Refill(tickets);
    }

    /** Few names, so that the same passenger comes twice; the empty one among them. */
    private static Arbitrary<String> passengers() {
        return Arbitraries.of("Alice", "Bob", "", "李雷");
    }

    /** Purchases and looks of one thread against a model. */
    @Property(tries = 40)
    void sells(@ForAll @IntRange(max = 6) int tickets, @ForAll("purchases") List<TicketModel.Event> events) {
        TicketModel.follow(office.in(PropertyRun.subject()), tickets, events);
    }

    /** The same while others change the store between the calls. */
    @Property(tries = 40)
    void readsAfresh(
            @ForAll @IntRange(max = 4) int tickets, @ForAll("purchasesBesideOthers") List<TicketModel.Event> events) {
        TicketModel.follow(office.in(PropertyRun.subject()), tickets, events);
    }

    /** One pause in a purchase that sells, at most one in a refusal, none in a search; no write in a refusal. */
    @Property(tries = 15)
    void pausesOnce(@ForAll @IntRange(max = 4) int tickets, @ForAll @IntRange(min = 1, max = 7) int calls) {
        TicketModel.countCalls(office.in(PropertyRun.subject()), tickets, calls);
    }

    /** Any number of threads buy what there is and not one more, and are refused only when it is gone. */
    @Property(tries = 12, shrinking = ShrinkingMode.OFF)
    void threadsShare(
            @ForAll @IntRange(max = 40) int tickets,
            @ForAll @IntRange(min = 1, max = 5) int threads,
            @ForAll @IntRange(min = 1, max = 12) int times) {
        BuyingCrowd.shares(office.in(PropertyRun.subject()), tickets, threads, times);
    }
}
