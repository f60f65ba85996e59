package lab.sharing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import racecourse.contract.sharing.MemoryExperiment;

public class ForkExperiment implements MemoryExperiment {
    private volatile int money;

    @Override
    public int afterThread(int initial, int assigned) throws InterruptedException {
        money = initial;
        Thread thread = new Thread(() -> money = assigned);
        thread.start();
        thread.join();
        return money;
    }

    @Override
    public int afterProcess(int initial, int assigned) throws IOException, InterruptedException {
        money = initial;
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Child.class.getName(),
                Integer.toString(initial),
                Integer.toString(assigned));
        Process child = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            int status = child.waitFor();
            if (status != 0) {
                throw new IOException("the child failed with status " + status);
            }
        } finally {
            end(child);
        }
        return money;
    }

    private static void end(Process child) {
        boolean interrupted = false;
        child.destroyForcibly();
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
