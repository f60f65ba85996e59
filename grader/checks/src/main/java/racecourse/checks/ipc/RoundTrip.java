package racecourse.checks.ipc;

import java.util.List;

/** The smallest of all: a few messages, sent and received. */
final class RoundTrip {
    private static final List<String> MESSAGES = List.of("hello", "from one process", "to another");

    private RoundTrip() {}

    static void comesBack(Messenger messenger) {
        Traffic.receives(
                messenger, new Feed().with(Traffic.sent(messenger, MESSAGES)).end(), MESSAGES);
    }
}
