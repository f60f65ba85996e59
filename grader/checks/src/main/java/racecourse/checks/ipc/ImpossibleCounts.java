package racecourse.checks.ipc;

import com.sun.management.ThreadMXBean;
import java.io.StreamCorruptedException;
import java.lang.management.ManagementFactory;
import java.util.List;
import racecourse.checks.engine.Actor;
import racecourse.checks.engine.Powerless;
import racecourse.checks.engine.Scene;
import racecourse.checks.engine.Violation;
import racecourse.checks.protocol.Evidence;
import racecourse.checks.protocol.Message;

/** Counts that no sender writes. */
final class ImpossibleCounts {
    private static final List<Integer> COUNTS = List.of(
            -1,
            -5,
            Integer.MIN_VALUE,
            -Frames.LONGEST,
            Frames.LONGEST + 1,
            0x0200_0000,
            Integer.MAX_VALUE - 8,
            Integer.MAX_VALUE);

    /** So much that no buffer for possible messages comes near it. */
    private static final int MUCH = 4 * Frames.LONGEST;

    private static final int FOLLOWING = 40_000;

    private ImpossibleCounts() {}

    /** The count, and some of the bytes that it promises. */
    static void areTold(Messenger messenger) {
        byte[] first = Frames.of("first");
        for (int count : COUNTS) {
            Message expected = Message.of("ipc.count.expected", count);
            byte[] impossible = Frames.joined(Frames.count(count), new byte[FOLLOWING]);
            Feed alone = new Feed().with(impossible).end();
            corrupted(
                    expected,
                    Scene.call("A", expected, () -> messenger.receiver(alone).receive()));
            Feed second = new Feed(first.length, FOLLOWING)
                    .with(Frames.joined(first, impossible))
                    .end();
            corrupted(expected, Scene.call("A", expected, () -> {
                Messenger.Reading receiver = messenger.receiver(second);
                Traffic.expect(receiver.receive(), "first", 1);
                return receiver.receive();
            }));
        }
    }

    /** The count alone, on a stream that stays open. */
    static void atOnce(Messenger messenger) {
        for (int count : List.of(-1, Frames.LONGEST + 1, Integer.MAX_VALUE)) {
            Feed in = new Feed().with(Frames.count(count));
            try (Scene scene = new Scene()) {
                Messenger.Reading receiver = Traffic.receiver(messenger, in);
                Message expected = Message.of("ipc.count.at-once", count);
                Actor actor = scene.start("A", receiver::receive);
                scene.awaitEnd(actor, expected);
                corrupted(expected, actor);
            } finally {
                in.end();
            }
        }
    }

    private static void corrupted(Message expected, Actor actor) {
        Throwable thrown = actor.thrown();
        if (thrown == null) {
            throw new Violation(Evidence.of(expected, Traffic.answered(actor)).hinting(Message.of("ipc.count.try")));
        }
        if (!(thrown instanceof StreamCorruptedException)) {
            Evidence evidence = Scene.threw(expected, thrown).evidence();
            throw new Violation(evidence.hinting(Message.of("ipc.count.try")));
        }
    }

    /** Refused after the memory has been taken is too late; a small message on the same receiver shows what is usual. */
    static void takeNoMemory(Messenger messenger) {
        byte[] small = Frames.of("small");
        byte[] wire = Frames.joined(small, small, Frames.count(MUCH), new byte[FOLLOWING]);
        Messenger.Reading receiver = Traffic.receiver(
                messenger,
                new Feed(small.length, small.length, FOLLOWING).with(wire).end());
        Traffic.receives(receiver, "small", 1);
        Message expected = Message.of("ipc.count.memory", MUCH);
        long usual = taken(expected, receiver);
        long much = taken(expected, receiver);
        if (much - usual >= MUCH) {
            throw new Violation(Evidence.of(expected, Message.of("ipc.count.taken", much, usual))
                    .hinting(Message.of("ipc.count.try")));
        }
    }

    private static long taken(Message expected, Messenger.Reading receiver) {
        if (!(ManagementFactory.getThreadMXBean() instanceof ThreadMXBean bean)
                || !bean.isThreadAllocatedMemorySupported()
                || !bean.isThreadAllocatedMemoryEnabled()) {
            throw new Powerless(Message.of("ipc.count.unmeasured"));
        }
        return (Long) Scene.value(expected, () -> {
            long id = Thread.currentThread().getId();
            long before = bean.getThreadAllocatedBytes(id);
            try {
                receiver.receive();
            } catch (StreamCorruptedException e) {
                // refused, as it should be; what else may be thrown is another detector's affair
            }
            return bean.getThreadAllocatedBytes(id) - before;
        });
    }
}
