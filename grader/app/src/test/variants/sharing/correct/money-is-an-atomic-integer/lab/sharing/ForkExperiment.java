package lab.sharing;

import java.io.File;
import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import racecourse.contract.sharing.MemoryExperiment;

public class ForkExperiment implements MemoryExperiment {
    static int shared;

    @Override
    public int afterThread(int initial, int assigned) throws InterruptedException {
        AtomicHolder holder = new AtomicHolder(initial);
        FutureTask<Void> task = new FutureTask<>(() -> holder.set(assigned), null);
        Thread t = new Thread(task);
        t.start();
        t.join();
        return holder.get();
    }

    private static class AtomicHolder extends VisibleMoney {
        private static final long serialVersionUID = 1L;

        AtomicHolder(int i) {
            super(i);
        }
    }

    public static void main(String[] args) {
        shared = Integer.decode(args[0]);
        if (args.length != 1) {
            System.exit(2);
        }
    }

    @Override
    public int afterProcess(int initial, int assigned) throws IOException, InterruptedException {
        AtomicHolder holder = new AtomicHolder(initial);
        ProcessBuilder pb = new ProcessBuilder();
        pb.command().add(System.getProperty("java.home") + File.separator + "bin" + File.separator + "java");
        pb.command().add(ForkExperiment.class.getName());
        pb.command().add(Integer.toString(assigned));
        pb.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        pb.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        Process process = pb.start();
        try {
            if (process.onExit().get().exitValue() != 0) {
                throw new IOException("child failed");
            }
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } finally {
            process.destroyForcibly().onExit().join();
        }
        return holder.get();
    }
}

