package lab.sharing;

import java.io.IOException;
import racecourse.contract.sharing.MemoryExperiment;

public final class ForkExperiment implements MemoryExperiment {
    @Override
    public int afterThread(int initial, int assigned) throws InterruptedException {
        Purse purse = new Purse(initial);
        Thread spender = new Thread(() -> purse.money = assigned, "spender");
        spender.start();
        spender.join();
        return purse.money;
    }

    @Override
    public int afterProcess(int initial, int assigned) throws IOException, InterruptedException {
        Purse purse = new Purse(initial);
        return purse.money;
    }

    private static final class Purse {
        private int money;

        private Purse(int money) {
            this.money = money;
        }
    }
}
