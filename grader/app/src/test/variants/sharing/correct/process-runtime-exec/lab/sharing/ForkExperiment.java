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
        Process child = Runtime.getRuntime().exec(new String[] {"/bin/sh", "-c", "value=$1", "sh", Integer.toString(assigned)});
        try {
            int status = child.waitFor();
            if (status != 0) {
                throw new IOException("status " + status);
            }
            return initial;
        } finally {
            child.destroyForcibly();
            child.onExit().join();
        }
    }
}
