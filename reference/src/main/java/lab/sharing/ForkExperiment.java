package lab.sharing;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import racecourse.contract.sharing.MemoryExperiment;

/** Assigns once in another thread and once in another process, and looks at its own variable each time. */
public final class ForkExperiment implements MemoryExperiment {
    private int shared;

    /** Begins with nothing assigned. */
    public ForkExperiment() {}

    @Override
    public int afterThread(int initial, int assigned) throws InterruptedException {
        shared = initial;
        Thread thread = new Thread(() -> shared = assigned, "assigns");
        thread.start();
        // what it did happens before the return of join: no volatile needed
        thread.join();
        return shared;
    }

    @Override
    public int afterProcess(int initial, int assigned) throws IOException, InterruptedException {
        shared = initial;
        Process child = child(initial, assigned);
        try {
            int status = child.waitFor();
            if (status != 0) {
                throw new IOException("the child failed, exit status " + status);
            }
        } finally {
            end(child);
        }
        return shared;
    }

    private static Process child(int initial, int assigned) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xshare:auto",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        AssigningChild.class.getName(),
                        Integer.toString(initial),
                        Integer.toString(assigned))
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD)
                .start();
    }

    /** Leaves no child behind, whatever has happened. */
    private static void end(Process child) {
        child.destroyForcibly();
        boolean interrupted = false;
        while (child.isAlive()) {
            try {
                child.waitFor();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
