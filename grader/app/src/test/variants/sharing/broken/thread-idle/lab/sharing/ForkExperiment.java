package lab.sharing;

import java.io.IOException;
import racecourse.contract.sharing.MemoryExperiment;

public class ForkExperiment implements MemoryExperiment {
    @Override
    public int afterThread(int initial, int assigned) throws InterruptedException {
        Thread thread = new Thread(() -> {
            int local = initial;
            local = assigned;
        });
        thread.start();
        thread.join();
        return assigned;
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
