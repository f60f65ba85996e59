package racecourse.checks.echo;

import racecourse.checks.engine.Violation;
import racecourse.checks.protocol.Evidence;
import racecourse.checks.protocol.Message;

/** Two servers at once. */
final class Independence {
    private Independence() {}

    /** Each has its port and its suffix, and is not delayed or closed by what happens to the other. */
    static void holds(EchoServers servers) {
        Flood flood = Flood.measured();
        try (Hosted one = Hosted.start(servers, flood.suffix());
                Hosted other = Hosted.start(servers, " of the other")) {
            if (one.port() == other.port()) {
                throw new Violation(
                        Evidence.of(Message.of("echo.port.expected"), Message.of("echo.port.observed", other.port())));
            }
            Conversation known = other.known("known");
            one.known("known");
            one.connect();
            flood.into(one.connect());
            one.rest();
            known.line("meanwhile").answers();
            other.known("after");
            one.closedAnyhow();
            known.line("when one is closed").answers();
            other.known("and after");
        }
    }
}
