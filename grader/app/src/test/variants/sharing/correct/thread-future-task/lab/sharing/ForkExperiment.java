package lab.sharing;

import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import racecourse.contract.sharing.MemoryExperiment;

public class ForkExperiment implements MemoryExperiment {
    @Override
    public int afterThread(int initial, int assigned) throws InterruptedException {
        FutureTask<Integer> task = new FutureTask<>(() -> assigned);
        Thread thread = new Thread(task);
        thread.start();
        try {
            int seen = task.get();
            thread.join();
            return seen;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
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
