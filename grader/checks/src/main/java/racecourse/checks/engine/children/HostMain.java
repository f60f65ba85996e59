package racecourse.checks.engine.children;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import racecourse.checks.engine.Subject;

/** The main program of a {@link Host}. */
final class HostMain implements HostScript.Orders {
    private final Socket kit;
    private final BlockingQueue<String> orders = new LinkedBlockingQueue<>();

    private HostMain(Socket kit) {
        this.kit = kit;
    }

    /**
     * Runs the script.
     *
     * @param arguments the port where the kit listens, this host's token, the script's class, the submission's class path
     * @throws Throwable what the script throws
     */
    public static void main(String[] arguments) throws Throwable {
        Socket kit = new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[0]));
        kit.setTcpNoDelay(true);
        HostMain main = new HostMain(kit);
        var constructor = Class.forName(arguments[2]).getDeclaredConstructor();
        constructor.setAccessible(true);
        HostScript script = (HostScript) constructor.newInstance();
        List<Path> classPath = Arrays.stream(arguments[3].split(File.pathSeparator))
                .map(Path::of)
                .toList();
        Thread listener = new Thread(main::listen, "orders of the kit");
        listener.setDaemon(true);
        listener.start();
        main.say(arguments[1] + " " + ProcessHandle.current().pid());
        script.run(Subject.inProcess(classPath, 0), main);
    }

    private void listen() {
        try {
            BufferedReader lines =
                    new BufferedReader(new InputStreamReader(kit.getInputStream(), StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.equals(Host.WHO_STAYS)) {
                    say(whoStays());
                } else {
                    orders.add(line);
                }
            }
        } catch (IOException e) {
            // the kit has gone
        }
        Runtime.getRuntime().halt(ChildMain.LEFT_ALONE);
    }

    /** The threads that keep this JVM alive, each with where it is; this one does not. */
    private static String whoStays() {
        StringBuilder text = new StringBuilder();
        for (Map.Entry<Thread, StackTraceElement[]> entry :
                Thread.getAllStackTraces().entrySet()) {
            Thread thread = entry.getKey();
            List<StackTraceElement> stack = List.of(entry.getValue());
            boolean own = stack.stream().anyMatch(frame -> Subject.owns(frame.getClassName()));
            if (own && thread.getState() != Thread.State.RUNNABLE && !thread.isDaemon()) {
                text.append(thread.getName())
                        .append(" in ")
                        .append(stack.get(0))
                        .append("; ");
            }
        }
        return text.toString();
    }

    @Override
    public String next() {
        try {
            return orders.take();
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted on the main thread", e);
        }
    }

    @Override
    public synchronized void say(String line) {
        try {
            OutputStream answers = kit.getOutputStream();
            answers.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            answers.flush();
        } catch (IOException e) {
            Runtime.getRuntime().halt(ChildMain.LEFT_ALONE);
        }
    }
}
