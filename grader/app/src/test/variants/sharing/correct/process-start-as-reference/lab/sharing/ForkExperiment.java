package lab.sharing;

import java.io.IOException;
import racecourse.contract.sharing.MemoryExperiment;

public class ForkExperiment implements MemoryExperiment {
    @FunctionalInterface
    private interface Starter {
        Process start() throws IOException;
    }

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
        int mine = initial;
        Starter starter = new ProcessBuilder("/bin/sh", "-c", "value=$0", "" + assigned)::start;
        Process child = starter.start();
        try {
            if (child.waitFor() != 0) {
                throw new IOException("failed");
            }
            return mine;
        } finally {
            child.destroyForcibly();
            child.onExit().join();
        }
    }
}
