package lab.sharing;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import racecourse.contract.sharing.MemoryExperiment;

public class ForkExperiment implements MemoryExperiment {
    @Override
    public int afterThread(int initial, int assigned) throws InterruptedException {
        int[] box = {initial};
        Thread thread = new Thread(() -> box[0] = assigned);
        thread.start();
        thread.join();
        return box[0];
    }

    @Override
    public int afterProcess(int initial, int assigned) throws IOException, InterruptedException {
        Process child = new ProcessBuilder("/bin/sh", "-c", "value=$0", "" + assigned).start();
        try {
            while (!child.waitFor(1, TimeUnit.SECONDS)) {
                // not yet
            }
            if (child.exitValue() != 0) {
                throw new IOException("failed");
            }
            return initial;
        } catch (InterruptedException e) {
            child.destroy();
            child.onExit().join();
            throw e;
        }
    }
}
