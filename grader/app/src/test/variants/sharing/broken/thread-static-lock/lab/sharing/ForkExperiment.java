package lab.sharing;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import racecourse.contract.sharing.MemoryExperiment;

/**
 * Assigns once in another thread and once in another process, and looks at its own variable each time. Every call has a
 * variable of its own: a thread that an interrupted one has left behind assigns to nobody else's.
 */
public final class ForkExperiment implements MemoryExperiment {
    /** Begins with nothing assigned. */
    public ForkExperiment() {}

    @Override
    public int afterThread(int initial, int assigned) throws InterruptedException {
        synchronized (ForkExperiment.class) {
            Variable shared = new Variable(initial);
            Thread thread = new Thread(() -> shared.value = assigned, "assigns");
            thread.start();
            thread.join();
            return shared.value;
        }
    }

    @Override
    public int afterProcess(int initial, int assigned) throws IOException, InterruptedException {
        Variable shared = new Variable(initial);
        Process child = child(initial, assigned);
        try {
            int status = child.waitFor();
            if (status != 0) {
                throw new IOException("the child failed, exit status " + status);
            }
        } finally {
            end(child);
        }
        return shared.value;
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

    /** What a thread of this process can assign to, and no other process. */
    private static final class Variable {
        private int value;

        Variable(int value) {
            this.value = value;
        }
    }
}
