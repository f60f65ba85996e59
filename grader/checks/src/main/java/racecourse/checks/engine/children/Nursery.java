package racecourse.checks.engine.children;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import racecourse.checks.engine.Powerless;
import racecourse.checks.engine.Subject;
import racecourse.checks.protocol.Message;

/**
 * Where the children of a trial connect to. When it is closed they have all ended, also those that nobody knows to have
 * been started: they find nobody and end. Used by one thread.
 */
public final class Nursery implements AutoCloseable {
    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
    private static final int BACKLOG = 64;
    private static final Duration HELLO = Duration.ofSeconds(5);
    private static final Duration LAST_MOMENTS = Duration.ofSeconds(2);

    private final ServerSocket door;
    private final List<Child> children = new ArrayList<>();

    /**
     * Opens a nursery.
     *
     * @throws IOException if nothing can be listened to on this machine
     */
    public Nursery() throws IOException {
        door = new ServerSocket(0, BACKLOG, LOOPBACK);
    }

    /**
     * Plans a child, for somebody to start.
     *
     * @param kind its kind
     * @return the child, not yet up
     */
    public Child plan(Child.Kind kind) {
        String token = "child-" + children.size();
        List<String> command = java(placeOf(ChildMain.class), "-Xint", "-Xmx32m");
        command.addAll(List.of(ChildMain.class.getName(), Integer.toString(door.getLocalPort()), token, kind.name()));
        return planned(token, command);
    }

    /**
     * Plans a JVM of its own for a submission, for {@link Host} to start.
     *
     * @param script what it does there
     * @param subject the submission
     * @return the JVM, not yet up
     */
    Child plan(Class<? extends HostScript> script, Subject subject) {
        String token = "host-" + children.size();
        String own = subject.classPath().stream()
                .map(path -> path.toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
        List<String> command = java(
                absolute(System.getProperty("java.class.path")) + File.pathSeparator + own,
                "-XX:TieredStopAtLevel=1",
                "-Xmx64m");
        command.addAll(
                List.of(HostMain.class.getName(), Integer.toString(door.getLocalPort()), token, script.getName(), own));
        return planned(token, command);
    }

    private Child planned(String token, List<String> command) {
        Child child = new Child(this, token, command);
        children.add(child);
        return child;
    }

    private static List<String> java(String classPath, String... options) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:auto",
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"),
                "-Dfile.encoding=UTF-8"));
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", classPath));
        return command;
    }

    /** Where the classes beside one of the kit's are: a child needs no library, and a short class path is a fast one. */
    private static String placeOf(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String absolute(String classPath) {
        return List.of(classPath.split(File.pathSeparator)).stream()
                .map(entry -> new File(entry).getAbsolutePath())
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Waits until a child has connected; others may come first. */
    boolean awaitConnected(Child child, Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        try {
            while (!child.isConnected()) {
                long left = end - System.nanoTime();
                if (left <= 0) {
                    return false;
                }
                door.setSoTimeout((int) Math.max(1, Duration.ofNanos(left).toMillis()));
                greet(new Line(door.accept()));
            }
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            throw new Powerless(Message.of("engine.child.silent"));
        }
    }

    private void greet(Line line) {
        String hello = line.read(HELLO);
        Child child = hello == null ? null : named(hello.substring(0, Math.max(0, hello.indexOf(' '))));
        if (child == null || hello == null || child.isConnected()) {
            line.close();
        } else {
            child.connected(line, Long.parseLong(hello.substring(hello.indexOf(' ') + 1)));
        }
    }

    private @Nullable Child named(String token) {
        return children.stream()
                .filter(child -> child.token().equals(token))
                .findFirst()
                .orElse(null);
    }

    /** Ends all children, and waits for their end. */
    @Override
    public void close() {
        try {
            // who has knocked and was not let in hears that nobody is there
            door.setSoTimeout(1);
            for (Socket late = door.accept(); late != null; late = door.accept()) {
                greet(new Line(late));
            }
        } catch (IOException e) {
            // nobody is left
        }
        try {
            door.close();
        } catch (IOException e) {
            // closed all the same
        }
        children.forEach(Child::end);
        children.forEach(child -> child.awaitGone(LAST_MOMENTS));
    }
}
