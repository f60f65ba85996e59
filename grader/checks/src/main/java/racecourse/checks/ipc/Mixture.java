package racecourse.checks.ipc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells messages that follow each other from messages that are mixed. */
final class Mixture {
    private Mixture() {}

    /** Returns the index from which on bytes are none of the messages still to come, each of which comes once. */
    static @Nullable Integer firstByteOfNone(byte[] wire, List<byte[]> messages) {
        List<byte[]> left = new ArrayList<>(messages);
        int at = 0;
        while (at < wire.length || !left.isEmpty()) {
            int next = at;
            byte[] found = left.stream()
                    .filter(message -> startsWith(wire, next, message))
                    .findFirst()
                    .orElse(null);
            if (found == null || !left.remove(found)) {
                return at;
            }
            at += found.length;
        }
        return null;
    }

    private static boolean startsWith(byte[] wire, int at, byte[] message) {
        return at + message.length <= wire.length
                && Arrays.equals(wire, at, at + message.length, message, 0, message.length);
    }
}
