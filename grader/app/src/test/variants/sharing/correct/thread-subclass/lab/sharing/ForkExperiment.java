package lab.sharing;

import java.io.IOException;
import racecourse.contract.sharing.MemoryExperiment;

public class ForkExperiment implements MemoryExperiment {
    private static final class Assigner extends Thread {
        private final int next;
        private int value;

        Assigner(int next) {
            this.next = next;
        }

        @Override
        public void run() {
            value = next;
        }
    }

    @Override
    public int afterThread(int initial, int assigned) throws InterruptedException {
        Assigner thread = new Assigner(assigned);
        thread.value = initial;
        thread.start();
        thread.join();
        return thread.value;
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
