package lab.sharing;

import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import racecourse.contract.sharing.MemoryExperiment;

public class ForkExperiment implements MemoryExperiment {
    private static final ExecutorService POOL = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        return thread;
    });

    @Override
    public int afterThread(int initial, int assigned) throws InterruptedException {
        int[] box = {initial};
        try {
            POOL.submit(() -> {
                box[0] = assigned;
            }).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
        return box[0];
    }

    @Override
    public int afterProcess(int initial, int assigned) throws IOException, InterruptedException {
        int mine = initial;
        Process child = new ProcessBuilder("/bin/sh", "-c", "value=$0; value=$1", "" + initial, "" + assigned).start();
        try {
            if (child.waitFor() != 0) {
                throw new IOException("child failed");
            }
        } finally {
            child.destroyForcibly().onExit().join();
        }
        return mine;
    }
}
