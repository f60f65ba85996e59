package racecourse.checks.tickets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.Cleaner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import racecourse.checks.engine.Actor;
import racecourse.checks.engine.Call;
import racecourse.checks.engine.Gate;
import racecourse.checks.engine.Powerless;
import racecourse.checks.engine.Scene;
import racecourse.checks.engine.Subject;
import racecourse.checks.engine.Threads;
import racecourse.checks.engine.Track;
import racecourse.checks.engine.Violation;
import racecourse.checks.engine.exclusion.IdleWaiting;
import racecourse.checks.protocol.Evidence;
import racecourse.checks.protocol.Message;
import racecourse.checks.protocol.Place;
import racecourse.contract.Pause;
import racecourse.contract.tickets.TicketFile;
import racecourse.contract.tickets.TicketOffice;

/** What a process office does with the lock file, as another process sees it. */
final class ProcessTrials {
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final Message RETURNS = Message.of("tickets.calls-return");

    /** Purchases before the one that is watched. */
    private static final int EARLIER = 3;

    /** How often the lock is looked at while the garbage goes. */
    private static final int LOOKS = 20;

    /** More steps than a purchase can be expected to have. */
    private static final int MOST_STEPS = 80;

    private final Office.Opening opening;

    /** Opens offices whose buyers can be stopped before each step. */
    private final Supplier<Office.Opening> stopped;

    ProcessTrials(Subject subject) {
        this.opening = Office.PROCESS.in(subject);
        this.stopped = () -> Office.PROCESS.in(subject.tracked());
    }

    /**
     * The lock is held from the read on which the purchase rests until after the write, and at no other time; the file
     * is made when it is missing, kept when it is there, and stays the same file.
     */
    void lockIsHeldInAPurchase() throws IOException {
        Path dataFile = Office.createFile(2).path();
        try (LockProbe probe = new LockProbe(new TicketFile(dataFile).lockPath())) {
            List<String> story = new ArrayList<>();
            Consumer<String> tell = what -> story.add(what + (probe.isHeld() ? " held" : " free"));
            TicketOffice office = open(Office.observed(dataFile, tell), () -> tell.accept("pause"));
            buys(office, true);
            held(story);
            freeNow(probe, "a purchase");
            Path lockFile = probe.lockFile();
            if (!Files.exists(lockFile)) {
                throw violation("tickets.lockfile.stays", "tickets.lockfile.gone");
            }
            keepInode(lockFile);
            Object key = keyOf(lockFile);
            story.clear();
            buys(office, true);
            held(story);
            buys(office, false);
            freeNow(probe, "a refusal");
            if (!Files.exists(lockFile)) {
                throw violation("tickets.lockfile.stays", "tickets.lockfile.gone");
            }
            if (key != null && !key.equals(keyOf(lockFile))) {
                throw violation("tickets.lockfile.stays", "tickets.lockfile.replaced");
            }
        }
    }

    /** A lock file that is there already, with something in it, means nothing. */
    void lockFileMeansNothing() throws IOException {
        TicketFile file = Office.createFile(1);
        Files.writeString(file.lockPath(), "left behind by somebody");
        keepInode(file.lockPath());
        Object key = keyOf(file.lockPath());
        TicketOffice office = open(file, Pause.NONE);
        buys(office, true);
        if (!Files.exists(file.lockPath())) {
            throw violation("tickets.lockfile.stays", "tickets.lockfile.gone");
        }
        if (key != null && !key.equals(keyOf(file.lockPath()))) {
            throw violation("tickets.lockfile.stays", "tickets.lockfile.replaced");
        }
    }

    private static void held(List<String> story) {
        // an office may open the file again by its path; that TicketFile tells nothing, so only the pause is sure
        Message expected = Message.of("tickets.filelock.expected");
        int pause = -1;
        for (int i = 0; i < story.size(); i++) {
            if (story.get(i).startsWith("pause")) {
                pause = i;
            }
        }
        if (pause < 0) {
            throw new Powerless(Message.of("engine.no-pause", "buy(…)"));
        }
        List<String> due = new ArrayList<>(List.of(story.get(pause)));
        story.subList(0, pause).stream()
                .filter(event -> event.startsWith("read"))
                .reduce((first, last) -> last)
                .ifPresent(due::add);
        story.subList(pause, story.size()).stream()
                .filter(event -> event.startsWith("write"))
                .forEach(due::add);
        for (String event : due) {
            if (event.endsWith("free")) {
                throw new Violation(
                        Evidence.of(expected, Message.of("tickets.filelock.free", event.replace(" free", ""), story))
                                .because(Message.of("tickets.filelock.why"))
                                .hinting(Message.of("tickets.filelock.try")));
            }
        }
    }

    private static void freeNow(LockProbe probe, String when) {
        if (probe.isHeld()) {
            throw new Violation(
                    Evidence.of(Message.of("tickets.filelock.given-back"), Message.of("tickets.filelock.kept", when))
                            .hinting(Message.of("tickets.filelock.try")));
        }
    }

    /** While another process holds the lock, a purchase waits, without CPU, and sells afterwards. */
    void waitsForAnotherProcess() throws IOException {
        TicketFile file = Office.createFile(3);
        TicketOffice office = open(file, Pause.NONE);
        try (LockProbe probe = new LockProbe(file.lockPath());
                Scene scene = new Scene()) {
            probe.hold();
            scene.gate().open();
            Actor buyer = scene.start("A", () -> office.buy("Alice"));
            mustWaitOutside(scene, buyer);
            Actor asker = scene.start("B", office::search);
            Actor.Rest rest = asker.settle(scene.gate(), LIMIT);
            if (rest == Actor.Rest.WAITING || rest == Actor.Rest.SPINNING) {
                Evidence evidence = Evidence.of(
                                Message.of("tickets.search.never-waits"), Message.of("tickets.search.waited-process"))
                        .at(Threads.innermost(List.of(asker.thread().getStackTrace()), null))
                        .hinting(Message.of("engine.looking.try"));
                probe.release();
                scene.awaitEnd(asker, RETURNS);
                throw new Violation(evidence);
            }
            IdleWaiting.watch(buyer, "buy(…)", () -> false, false);
            probe.release();
            scene.awaitEnd(buyer, Message.of("tickets.filelock.waits"));
            sold(buyer);
            holds(2, file);
        }
    }

    /** Interrupted while another process holds the lock: done with the flag set, or thrown with nothing changed. */
    void interruptedWhileAnotherProcessHolds() throws IOException {
        TicketFile file = Office.createFile(3);
        TicketOffice office = open(file, Pause.NONE);
        Message expected = Message.of("engine.interrupt.expected-or-throws", "buy(…)");
        try (LockProbe probe = new LockProbe(file.lockPath());
                Scene scene = new Scene()) {
            probe.hold();
            scene.gate().open();
            Actor buyer = scene.start("A", () -> office.buy("Alice"));
            mustWaitOutside(scene, buyer);
            buyer.interrupt();
            buyer.settle(scene.gate(), LIMIT);
            boolean early = buyer.hasEnded();
            probe.release();
            scene.awaitEnd(buyer, expected);
            judgeInterrupted(buyer, early, file, expected);
            probe.hold();
            probe.release();
            Actor next = scene.start("B", () -> office.buy("Bob"));
            scene.awaitEnd(next, Message.of("tickets.interrupt.next"));
            if (next.thrown() != null) {
                throw Scene.threw(Message.of("tickets.interrupt.next"), next.thrown());
            }
            sold(next);
        }
    }

    private static void judgeInterrupted(Actor buyer, boolean early, TicketFile file, Message expected) {
        if (!buyer.interruptedAtEnd()) {
            throw new Violation(Evidence.of(expected, Message.of("engine.interrupt.flag-lost", "buy(…)"))
                    .hinting(Message.of("engine.interrupt.try")));
        }
        @Nullable Throwable thrown = buyer.thrown();
        if (thrown == null && !Boolean.TRUE.equals(buyer.result())) {
            throw new Violation(Evidence.of(expected, Message.of("tickets.interrupt.false"))
                    .hinting(Message.of("engine.interrupt.try")));
        }
        if (thrown == null && early) {
            throw new Violation(Evidence.of(expected, Message.of("tickets.interrupt.sold-unlocked")));
        }
        if (thrown != null && !(thrown instanceof RuntimeException)) {
            throw Scene.threw(expected, thrown);
        }
        holds(thrown == null ? 2 : 3, file);
    }

    private static void mustWaitOutside(Scene scene, Actor buyer) {
        Actor.Rest rest = buyer.settle(scene.gate(), LIMIT);
        if (rest == Actor.Rest.ENDED) {
            Message observed = buyer.thrown() == null
                    ? Message.of("tickets.filelock.did-not-wait", String.valueOf(buyer.result()))
                    : Message.of("engine.threw", buyer.thrown());
            List<Place> places = buyer.thrown() == null
                    ? List.of()
                    : Threads.innermost(List.of(buyer.thrown().getStackTrace()), null);
            throw new Violation(Evidence.of(Message.of("tickets.filelock.waits"), observed)
                    .at(places)
                    .hinting(Message.of("tickets.filelock.try")));
        }
    }

    /**
     * While a purchase of this JVM is in its pause, neither the garbage of earlier ones, nor a search, nor another buyer
     * who comes, nor one who is interrupted while he waits, makes the lock go away.
     */
    void lockIsNotDropped() throws IOException {
        TicketFile file = Office.createFile(5 + EARLIER);
        try (LockProbe probe = new LockProbe(file.lockPath());
                Scene scene = new Scene()) {
            Gate gate = scene.gate();
            AtomicInteger pauses = new AtomicInteger();
            TicketOffice office = open(file, () -> {
                if (pauses.getAndIncrement() >= EARLIER) {
                    gate.pass();
                }
            });
            for (int i = 0; i < EARLIER; i++) {
                buys(office, true);
            }
            Actor inside = scene.start("A", () -> office.buy("Alice"));
            if (inside.settle(gate, LIMIT) != Actor.Rest.HELD) {
                throw new Powerless(Message.of("engine.no-pause", "buy(…)"));
            }
            if (!probe.isHeld()) {
                // that no lock is held at all is another check's affair
                throw new Powerless(Message.of("tickets.filelock.none"));
            }
            collectGarbage();
            for (int look = 0; look < LOOKS; look++) {
                stillHeld(probe, "the collection of a channel that an earlier purchase left open");
            }
            Scene.value(RETURNS, office::search);
            stillHeld(probe, "a search()");
            Actor waiting = scene.start("B", () -> office.buy("Bob"));
            waiting.settle(gate, LIMIT);
            stillHeld(probe, "another buyer's coming");
            waiting.interrupt();
            waiting.settle(gate, LIMIT);
            stillHeld(probe, "the interrupt of a waiting buyer");
            Office.refill(file, 0);
            Actor late = scene.start("C", () -> office.buy("Carol"));
            late.settle(gate, LIMIT);
            stillHeld(probe, "a buyer's coming when somebody else has taken the rest");
            gate.open();
            scene.awaitEnd(inside, RETURNS);
            scene.awaitEnd(waiting, RETURNS);
        }
    }

    /**
     * A buyer who is stopped before any step of a purchase, and goes on while the next one is in its pause, does not make
     * that one's lock go away.
     */
    void leaverDropsNothing() throws IOException {
        TicketFile file = Office.createFile(2);
        AtomicReference<@Nullable Gate> gate = new AtomicReference<>();
        TicketOffice office = open(stopped.get(), file, () -> {
            Gate now = gate.get();
            if (now != null) {
                now.pass();
            }
        });
        try (LockProbe probe = new LockProbe(file.lockPath())) {
            for (int step = 1; step <= MOST_STEPS && leavesAfter(office, probe, gate, step); step++) {
                gate.set(null);
                Office.refill(file, 2);
            }
        }
    }

    /** Returns false when a purchase has no such step. */
    private static boolean leavesAfter(
            TicketOffice office, LockProbe probe, AtomicReference<@Nullable Gate> pause, int step) {
        try (Scene scene = new Scene()) {
            Gate gate = scene.gate();
            Actor leaver = scene.start("A", Track.heldAt(gate, step).over(() -> office.buy("Alice")));
            // not briefly: at first it may have classes to load, and works for a while
            leaver.settle(gate, LIMIT);
            if (!gate.holds(leaver)) {
                return false;
            }
            pause.set(gate);
            Actor inside = scene.start("B", () -> office.buy("Bob"));
            boolean paused = inside.settleBriefly(gate, LIMIT) == Actor.Rest.HELD && probe.isHeld();
            gate.release(leaver);
            if (paused) {
                leaver.settleBriefly(gate, LIMIT);
                stillHeld(probe, "another buyer's going on from where it had been stopped");
            }
            gate.open();
            scene.awaitEnd(leaver, RETURNS);
            scene.awaitEnd(inside, RETURNS);
            return true;
        }
    }

    /** Comes back when the garbage of before has been found, and its cleaning has begun. */
    private static void collectGarbage() {
        CountDownLatch found = new CountDownLatch(1);
        Cleaner.create().register(new Object(), found::countDown);
        try {
            for (int i = 0; i < LOOKS; i++) {
                System.gc();
                if (found.await(100, TimeUnit.MILLISECONDS)) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void stillHeld(LockProbe probe, String what) {
        if (!probe.isHeld()) {
            throw new Violation(
                    Evidence.of(Message.of("tickets.filelock.expected"), Message.of("tickets.filelock.dropped", what))
                            .because(Message.of("tickets.filelock.dropped.why"))
                            .hinting(Message.of("tickets.filelock.dropped.try")));
        }
    }

    /** A pause or a store that throws leaves the file lock free for other processes. */
    void problemsGiveTheLockBack() throws IOException {
        for (String where : List.of("pause", "read", "write")) {
            Path dataFile = Office.createFile(2).path();
            String[] due = {where};
            Consumer<String> problem = now -> {
                if (now.equals(due[0])) {
                    throw new AssertionError(where + " failed");
                }
            };
            try (LockProbe probe = new LockProbe(new TicketFile(dataFile).lockPath())) {
                TicketOffice office = open(Office.observed(dataFile, problem), () -> problem.accept("pause"));
                Scene.call("A", RETURNS, () -> office.buy("Alice"));
                if (probe.isHeld()) {
                    throw new Violation(Evidence.of(
                                    Message.of("tickets.filelock.given-back"),
                                    Message.of("tickets.filelock.kept-after-problem", where))
                            .hinting(Message.of("tickets.filelock.try")));
                }
                due[0] = "";
                buys(office, true);
            }
        }
    }

    /** The number changes by {@code TicketFile.write} only, which makes a new file of it. */
    void writesThroughTheFile() throws IOException {
        Path dataFile = Office.createFile(2).path();
        List<String> seen = new ArrayList<>();
        TicketOffice office = open(Office.observed(dataFile, seen::add), Pause.NONE);
        Object before = keyOf(dataFile);
        buys(office, true);
        Object after = keyOf(dataFile);
        if (!seen.contains("write") && before != null && before.equals(after)) {
            throw violation("tickets.writes-through.expected", "tickets.writes-through.same-file");
        }
        holds(1, new TicketFile(dataFile));
    }

    private TicketOffice open(TicketFile file, Pause pause) {
        return open(opening, file, pause);
    }

    private static TicketOffice open(Office.Opening opening, TicketFile file, Pause pause) {
        return (TicketOffice) Scene.value(Message.of("engine.constructor.returns"), () -> opening.open(file, pause));
    }

    private static void buys(TicketOffice office, boolean due) {
        Object sold = Scene.value(RETURNS, () -> office.buy("Alice"));
        if (!sold.equals(due)) {
            throw new Violation(Evidence.of(
                    Message.of(due ? "tickets.never-refuses" : "tickets.never-oversells"),
                    Message.of(due ? "tickets.refused-with-some-left" : "tickets.sold-none-left")));
        }
    }

    private static void sold(Actor buyer) {
        if (buyer.thrown() != null) {
            throw Scene.threw(RETURNS, buyer.thrown());
        }
        if (!Boolean.TRUE.equals(buyer.result())) {
            throw new Violation(
                    Evidence.of(Message.of("tickets.never-refuses"), Message.of("tickets.refused-with-some-left")));
        }
    }

    private static void holds(int due, TicketFile file) {
        int left = Office.peek(file);
        if (left != due) {
            throw new Violation(Evidence.of(
                    Message.of("tickets.store.unchanged", due), Message.of("tickets.store.observed", left)));
        }
    }

    /** A second name keeps a file that is deleted from giving its number to the one that is made in its place. */
    private static void keepInode(Path file) throws IOException {
        try {
            Files.createLink(file.resolveSibling(file.getFileName() + ".kept"), file);
        } catch (UnsupportedOperationException e) {
            // no hard links here: a new file may look like the old one, which accuses nobody
        }
    }

    /**
     * What the system refuses is an {@link UncheckedIOException}: a lock file that cannot be opened (a directory is in
     * its place), and a data file that is gone. It is no refusal to sell.
     */
    void realFailuresAreTold() throws IOException {
        TicketFile unlockable = Office.createFile(1);
        Files.createDirectory(unlockable.lockPath());
        failsWithIo("buy(…), with a lock file that cannot be opened", () -> opening.open(unlockable, Pause.NONE)
                .buy("Alice"));
        TicketFile gone = Office.createFile(1);
        TicketOffice office = open(gone, Pause.NONE);
        Files.delete(gone.path());
        failsWithIo("buy(…), without a data file", () -> office.buy("Alice"));
        failsWithIo("search(), without a data file", office::search);
    }

    private static void failsWithIo(String text, Call call) {
        Message expected = Message.of("tickets.io.expected", text);
        Actor actor = Scene.call("A", expected, call);
        Throwable thrown = actor.thrown();
        if (thrown == null) {
            throw new Violation(
                    Evidence.of(expected, Message.of("tickets.io.returned", String.valueOf(actor.result()))));
        }
        if (!(thrown instanceof UncheckedIOException)) {
            throw Scene.threw(expected, thrown);
        }
    }

    /** What tells one file from another that took its place, or {@code null} where the system has no such thing. */
    private static @Nullable Object keyOf(Path file) throws IOException {
        return Files.readAttributes(file, java.nio.file.attribute.BasicFileAttributes.class)
                .fileKey();
    }

    private static Violation violation(String expected, String observed) {
        return new Violation(
                Evidence.of(Message.of(expected), Message.of(observed)).hinting(Message.of(expected + ".try")));
    }
}
