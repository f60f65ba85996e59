package racecourse.checks.ipc;

import java.util.Arrays;
import java.util.List;
import racecourse.checks.engine.Violation;
import racecourse.checks.protocol.Evidence;
import racecourse.checks.protocol.Message;

/** The bytes on the wire, written and read by the other side's own hand. */
final class Wire {
    /** Lengths in bytes whose counts have a byte with its highest bit set, or a border of some buffer between them. */
    private static final List<Integer> LENGTHS =
            List.of(0, 1, 127, 128, 255, 256, 32_768, 33_023, 65_535, 65_536, 98_432);

    private Wire() {}

    static void lengths(Messenger messenger) {
        for (int length : LENGTHS) {
            String text = "x".repeat(length);
            writes(messenger, text);
            reads(messenger, text);
        }
    }

    static void writes(Messenger messenger, String text) {
        byte[] due = Frames.of(text);
        byte[] wire = Traffic.sent(messenger, List.of(text));
        if (!Arrays.equals(due, wire)) {
            throw new Violation(Evidence.of(
                            Message.of("ipc.wire.expected", Shown.text(text), Shown.bytes(due)),
                            Message.of("ipc.wire.observed", Shown.bytes(wire)))
                    .hinting(Message.of("ipc.wire.try")));
        }
    }

    static void reads(Messenger messenger, String text) {
        Traffic.receives(messenger, new Feed().with(Frames.of(text)).end(), List.of(text));
    }
}
