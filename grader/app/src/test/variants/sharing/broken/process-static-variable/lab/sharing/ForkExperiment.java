package lab.sharing;

import java.io.IOException;
import java.nio.file.Path;
import racecourse.contract.sharing.MemoryExperiment;

public class ForkExperiment implements MemoryExperiment {
    /** The variable of this process; the child has one of its own. */
    private static volatile int money;

    @Override
    public int afterThread(int initial, int assigned) throws InterruptedException {
        int[] money = {initial};
        Thread thread = new Thread(() -> money[0] = assigned);
        thread.start();
        thread.join();
        return money[0];
    }

    @Override
    public int afterProcess(int initial, int assigned) throws IOException, InterruptedException {
        money = initial;
        Process child = startChild(initial, assigned);
        try {
            int status = child.waitFor();
            if (status != 0) {
                throw new IOException("child ended with status " + status);
            }
        } catch (InterruptedException e) {
            endChild(child);
            throw e;
        }
        return money;
    }

    private static Process startChild(int initial, int assigned) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        ProcessBuilder builder = new ProcessBuilder(
                java,
                "-cp",
                System.getProperty("java.class.path"),
                ChildMain.class.getName(),
                Integer.toString(initial),
                Integer.toString(assigned));
        builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        return builder.start();
    }

    private static void endChild(Process child) {
        child.destroyForcibly();
        boolean interrupted = false;
        while (true) {
            try {
                child.waitFor();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
