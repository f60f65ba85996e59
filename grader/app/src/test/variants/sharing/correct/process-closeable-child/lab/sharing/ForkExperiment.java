package lab.sharing;

import java.io.IOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import racecourse.contract.sharing.MemoryExperiment;

public final class ForkExperiment implements MemoryExperiment {
    @Override
    public int afterThread(int initial, int assigned) throws InterruptedException {
        int[] money = {initial};
        AtomicReference<Thread> thread = new AtomicReference<>();
        ExecutorService executor = Executors.newSingleThreadExecutor(task -> {
            thread.set(new Thread(task, "one-shot"));
            return thread.get();
        });
        executor.execute(() -> money[0] = assigned);
        executor.shutdown();
        thread.get().join();
        return money[0];
    }

    @Override
    public int afterProcess(int initial, int assigned) throws IOException, InterruptedException {
        int money = initial;
        try (ChildJvm child = ChildJvm.start("lab.sharing.ChildJvm", money, assigned)) {
            child.join();
        }
        return money;
    }
}
