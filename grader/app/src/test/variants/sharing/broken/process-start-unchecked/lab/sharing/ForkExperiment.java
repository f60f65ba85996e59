package lab.sharing;

import java.io.IOException;
import java.io.UncheckedIOException;
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
    public int afterProcess(int initial, int assigned) throws InterruptedException {
        try {
            Process child = new ProcessBuilder("/bin/sh", "-c", "value=$1", "sh", "" + assigned).start();
            try {
                if (child.waitFor() != 0) {
                    throw new IOException("failed");
                }
            } finally {
                child.destroyForcibly().onExit().join();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return initial;
    }
}
