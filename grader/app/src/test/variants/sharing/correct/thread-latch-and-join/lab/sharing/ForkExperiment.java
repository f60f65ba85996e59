package lab.sharing;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import racecourse.contract.sharing.MemoryExperiment;

public class ForkExperiment implements MemoryExperiment {
    @Override
    public int afterThread(int initial, int assigned) throws InterruptedException {
        AtomicInteger variable = new AtomicInteger(initial);
        CountDownLatch begin = new CountDownLatch(1);
        Thread thread = new Thread(() -> {
            variable.set(assigned);
            begin.countDown();
        });
        thread.start();
        begin.await();
        thread.join();
        return variable.get();
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
