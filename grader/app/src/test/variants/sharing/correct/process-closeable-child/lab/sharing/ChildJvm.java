package lab.sharing;

import java.io.IOException;
import java.nio.file.Path;

/** Another JVM on the same class path; also what that JVM runs. */
final class ChildJvm implements AutoCloseable {
    private final Process process;

    private ChildJvm(Process process) {
        this.process = process;
    }

    static ChildJvm start(String mainClass, int... numbers) throws IOException {
        ProcessBuilder builder = new ProcessBuilder();
        builder.command().add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        builder.command().add("-classpath");
        builder.command().add(System.getProperty("java.class.path"));
        builder.command().add(mainClass);
        for (int number : numbers) {
            builder.command().add(Integer.toString(number));
        }
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        Process process = builder.start();
        process.getOutputStream().close();
        return new ChildJvm(process);
    }

    void join() throws IOException, InterruptedException {
        int status = process.waitFor();
        if (status != 0) {
            throw new IOException("child JVM: exit status " + status);
        }
    }

    /** Ends the process, if need be by force, and waits until it has ended. */
    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }

    public static void main(String[] args) {
        int money = Integer.parseInt(args[0]);
        money = Integer.parseInt(args[1]);
        if (money != Integer.parseInt(args[1])) {
            Runtime.getRuntime().halt(1);
        }
    }
}
