package lab.sharing;

import java.io.IOException;
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
        ProcessBuilder builder = new ProcessBuilder("/bin/sh", "-c", "value=$NEXT");
        builder.environment().put("NEXT", Integer.toString(assigned));
        Process child = builder.start();
        try {
            if (child.waitFor() != 0) {
                throw new IOException("failed");
            }
            return initial;
        } finally {
            child.destroyForcibly();
            child.onExit().join();
        }
    }
}
