package racecourse.checks.ipc;

import java.util.List;

/** The smallest of all: a few messages, sent and received. */
final class RoundTrip {
    private static final List<String> MESSAGES = List.of("hello", "from one process", "to another");

    private RoundTrip() {}

    static void comesBack(Messenger messenger) {
        // each on a stream of its own: what becomes of several on one is another check's affair
        for (String message : MESSAGES) {
            Traffic.receives(
                    messenger, Traffic.carried(messenger, List.of(message)).end(), List.of(message));
        }
    }
}
