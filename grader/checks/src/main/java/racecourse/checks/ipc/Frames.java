package racecourse.checks.ipc;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What messages look like on the wire, written down once more. */
final class Frames {
    /** The most bytes of UTF-8 that a message may have. */
    static final int LONGEST = 16_777_216;

    private Frames() {}

    static byte[] of(String... messages) {
        return of(List.of(messages));
    }

    static byte[] of(List<String> messages) {
        List<byte[]> bodies = messages.stream()
                .map(message -> message.getBytes(StandardCharsets.UTF_8))
                .toList();
        int length =
                bodies.stream().mapToInt(body -> Integer.BYTES + body.length).sum();
        ByteBuffer wire = ByteBuffer.allocate(length);
        bodies.forEach(body -> wire.putInt(body.length).put(body));
        return wire.array();
    }

    /** A count alone, possible or not. */
    static byte[] count(int count) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(count).array();
    }

    /** Bytes one after another. */
    static byte[] joined(byte[]... parts) {
        int length = 0;
        for (byte[] part : parts) {
            length += part.length;
        }
        ByteBuffer whole = ByteBuffer.allocate(length);
        for (byte[] part : parts) {
            whole.put(part);
        }
        return whole.array();
    }
}
