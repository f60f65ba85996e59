package lab.guardian;

import java.io.IOException;

/**
 * The main program of the process between: starts the command, tells its process id, and kills it as soon as its own
 * standard input ends, which is when whoever holds the other end has ended.
 */
final class Lifeline {
    /** What the answer begins with when the command was started; the process id follows. */
    static final String STARTED = "started ";

    private Lifeline() {}

    public static void main(String[] command) throws IOException {
        Process process;
        try {
            process = new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            System.out.println(e.getMessage());
            return;
        }
        // For the case that this process is ended first.
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        System.out.println(STARTED + process.pid());
        while (System.in.read() >= 0) {
            // nothing is ever said: only the end counts
        }
        process.destroyForcibly();
    }
}
