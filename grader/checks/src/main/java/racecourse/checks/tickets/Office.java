package racecourse.checks.tickets;

import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.reflect.Constructor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import racecourse.checks.engine.Subject;
import racecourse.checks.engine.locks.Exercise;
import racecourse.checks.engine.locks.Exercise.Demand;
import racecourse.contract.Pause;
import racecourse.contract.tickets.TicketFile;
import racecourse.contract.tickets.TicketOffice;
import racecourse.contract.tickets.TicketStore;

/** The two offices of the lab, alike but for where the tickets are. */
enum Office {
    THREAD("lab.tickets.ThreadTicketOffice", TicketStore.class),
    PROCESS("lab.tickets.ProcessTicketOffice", TicketFile.class);

    private final String className;
    private final Class<? extends TicketStore> store;

    Office(String className, Class<? extends TicketStore> store) {
        this.className = className;
        this.store = store;
    }

    /** Returns what rules have to know of it. */
    Exercise exercise() {
        return this == THREAD
                ? Exercise.of(className, "buy", "search", Demand.LOOKS_WITHOUT_LOCK)
                : Exercise.of(className, "buy", "search", Demand.LOOKS_WITHOUT_LOCK, Demand.ACROSS_PROCESSES);
    }

    String className() {
        return className;
    }

    String simpleName() {
        return className.substring(className.lastIndexOf('.') + 1);
    }

    /** Finds the office's constructor in a submission. */
    Opening in(Subject subject) {
        return new Opening(this, subject.constructor(className, TicketOffice.class, store, Pause.class));
    }

    /** A store of this kind that tells an observer "read" or "write" before it obeys. */
    TicketStore store(int tickets, Consumer<String> observer) throws IOException {
        return this == THREAD
                ? new MemoryStore(tickets, observer)
                : observed(createFile(tickets).path(), observer);
    }

    /** Sets what a store holds, as somebody else would. */
    static void refill(TicketStore store, int tickets) {
        if (store instanceof MemoryStore memory) {
            memory.refill(tickets);
        } else {
            new TicketFile(((TicketFile) store).path()).write(tickets);
        }
    }

    /** Reads a store without its observer being told. */
    static int peek(TicketStore store) {
        return store instanceof MemoryStore memory
                ? memory.tickets()
                : new TicketFile(((TicketFile) store).path()).read();
    }

    static TicketFile createFile(int tickets) throws IOException {
        Path directory = Files.createTempDirectory("tickets");
        return TicketFile.create(directory.resolve("data.txt"), tickets);
    }

    /** The contract keeps the hook to itself, so that it is no business of a student. */
    static TicketFile observed(Path dataFile, Consumer<String> observer) {
        try {
            Constructor<TicketFile> constructor = TicketFile.class.getDeclaredConstructor(Path.class, Consumer.class);
            constructor.setAccessible(true);
            return constructor.newInstance(dataFile, observer);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this is another version of the contract", e);
        }
    }

    /** Opens offices of one submission. */
    record Opening(Office office, MethodHandle constructor) {
        TicketOffice open(@Nullable TicketStore store, @Nullable Pause pause) throws Throwable {
            return office == THREAD
                    ? (TicketOffice) constructor.invokeExact(store, pause)
                    : (TicketOffice) constructor.invokeExact((TicketFile) store, pause);
        }
    }
}
