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
        Process child = new ProcessBuilder("/bin/sh", "-c", "value=$1; echo value is $value", "sh", "" + assigned).inheritIO().start();
        try {
            if (child.waitFor() != 0) {
                throw new IOException("failed");
            }
        } finally {
            child.destroyForcibly().onExit().join();
        }
        return initial;
    }
}
