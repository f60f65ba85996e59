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
    public int afterProcess(int initial, int assigned) throws InterruptedException {
        int[] box = {initial};
        Thread thread = new Thread(() -> {
            int local = assigned;
        });
        thread.start();
        thread.join();
        return box[0];
    }
}
