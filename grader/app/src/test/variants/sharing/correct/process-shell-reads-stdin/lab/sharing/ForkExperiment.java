package lab.sharing;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.ProcessBuilder.Redirect;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import racecourse.contract.sharing.MemoryExperiment;

public final class ForkExperiment implements MemoryExperiment {
    @Override
    public int afterThread(int initial, int assigned) throws InterruptedException {
        AtomicInteger money = new AtomicInteger(initial);
        FutureTask<Void> task = new FutureTask<>(() -> money.set(assigned), null);
        Thread thread = new Thread(task);
        thread.start();
        thread.join();
        return money.getPlain();
    }

    @Override
    public int afterProcess(int initial, int assigned) throws IOException, InterruptedException {
        AtomicInteger money = new AtomicInteger(initial);
        Process child = new ProcessBuilder("sh", "-c", "read money && read money")
                .redirectErrorStream(true)
                .redirectOutput(Redirect.DISCARD)
                .start();
        boolean done = false;
        try {
            try (PrintStream toChild = new PrintStream(child.getOutputStream())) {
                toChild.println(initial);
                toChild.println(assigned);
            }
            int status = child.waitFor();
            if (status != 0) {
                throw new IOException("read failed: " + status);
            }
            done = true;
        } finally {
            if (!done) {
                child.destroyForcibly();
                child.onExit().join();
            }
        }
        return money.get();
    }
}
