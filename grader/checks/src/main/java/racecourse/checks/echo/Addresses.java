package racecourse.checks.echo;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import racecourse.checks.engine.Violation;
import racecourse.checks.protocol.Evidence;
import racecourse.checks.protocol.Message;
import racecourse.checks.protocol.Outcome;

/** Looks whether a server can be reached on another address than the one that it listens on. */
final class Addresses {
    private static final int CONNECT_MILLIS = 500;
    private static final int TRIALS = 2;

    private Addresses() {}

    /**
     * Tries every other address of this machine.
     *
     * @param servers makes the servers
     * @return clean, when none was answered; not applicable, when there is no other
     */
    static Outcome onlyLocal(EchoServers servers) throws IOException {
        Set<InetAddress> suspects = others();
        if (suspects.isEmpty()) {
            return new Outcome.NotApplicable(Message.of("echo.address.none"));
        }
        // whoever answers while the server is open and not when it is closed, twice, is the server
        for (int trial = 1; trial <= TRIALS && !suspects.isEmpty(); trial++) {
            Hosted server = Hosted.start(servers, "!");
            server.known("hello");
            Set<InetAddress> open = reachable(suspects, server.port());
            server.closedAnyhow();
            open.removeAll(reachable(open, server.port()));
            suspects = open;
        }
        if (suspects.isEmpty()) {
            return new Outcome.Clean();
        }
        String names = String.join(
                ", ", suspects.stream().map(InetAddress::getHostAddress).toList());
        throw new Violation(Evidence.of(Message.of("echo.address.expected"), Message.of("echo.address.observed", names))
                .hinting(Message.of("echo.address.try")));
    }

    private static Set<InetAddress> reachable(Set<InetAddress> addresses, int port) {
        Set<InetAddress> reachable = new LinkedHashSet<>();
        for (InetAddress address : addresses) {
            try {
                Client.connect(address, port, CONNECT_MILLIS).close();
                reachable.add(address);
            } catch (IOException e) {
                // as it should be
            }
        }
        return reachable;
    }

    private static Set<InetAddress> others() throws IOException {
        List<InetAddress> all = new ArrayList<>();
        if (System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("linux")) {
            // there the whole of 127.0.0.0/8 is the machine itself
            all.add(InetAddress.getByAddress(new byte[] {127, 0, 0, 2}));
        }
        for (NetworkInterface network : Collections.list(NetworkInterface.getNetworkInterfaces())) {
            if (network.isUp()) {
                all.addAll(Collections.list(network.getInetAddresses()));
            }
        }
        all.removeIf(address ->
                address.equals(Hosted.LOCAL) || (address instanceof Inet6Address && address.isLinkLocalAddress()));
        return new LinkedHashSet<>(all);
    }
}
