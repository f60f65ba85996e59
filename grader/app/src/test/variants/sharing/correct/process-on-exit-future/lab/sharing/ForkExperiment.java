package lab.sharing;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import racecourse.contract.sharing.MemoryExperiment;

public final class ForkExperiment implements MemoryExperiment {
    private volatile int money;

    @Override
    public int afterThread(int initial, int assigned) throws InterruptedException {
        int[] money = {initial};
        Thread thread = new Thread(() -> {
            synchronized (money) {
                money[0] = assigned;
            }
        });
        thread.setPriority(Thread.MIN_PRIORITY);
        thread.start();
        thread.join();
        synchronized (money) {
            return money[0];
        }
    }

    @Override
    public int afterProcess(int initial, int assigned) throws IOException, InterruptedException {
        money = initial;
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home")).resolve("bin/java").toString(),
                "lab.sharing.child.Assign",
                Integer.toHexString(initial),
                Integer.toHexString(assigned));
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        builder.redirectOutput(Redirect.DISCARD);
        builder.redirectError(Redirect.DISCARD);
        Process process = builder.start();
        try {
            int status = process.onExit().get().exitValue();
            if (status != 0) {
                throw new IOException("the child ended with " + status);
            }
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } finally {
            process.destroyForcibly().onExit().join();
        }
        return money;
    }
}
