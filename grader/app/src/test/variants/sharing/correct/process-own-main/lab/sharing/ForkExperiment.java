package lab.sharing;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import racecourse.contract.sharing.MemoryExperiment;

public class ForkExperiment implements MemoryExperiment {
    private static int money;

    public static void main(String[] args) {
        money = Integer.getInteger("money.initial");
        money = Integer.getInteger("money.assigned");
        System.exit(money == Integer.getInteger("money.assigned") ? 0 : 1);
    }

    @Override
    public int afterThread(int initial, int assigned) throws InterruptedException {
        Holder holder = new Holder();
        holder.money = initial;
        Thread thread = new Thread(new Assignment(holder, assigned));
        thread.start();
        thread.join();
        return holder.money;
    }

    @Override
    public int afterProcess(int initial, int assigned) throws IOException, InterruptedException {
        synchronized (this) {
            Holder holder = new Holder();
            holder.money = initial;
            List<String> command = new ArrayList<>();
            command.add(System.getProperty("java.home") + File.separator + "bin" + File.separator + "java");
            command.add("-Xshare:auto");
            command.add("-XX:TieredStopAtLevel=1");
            command.add("-Dmoney.initial=" + initial);
            command.add("-Dmoney.assigned=" + assigned);
            command.add("-cp");
            command.add(System.getProperty("java.class.path"));
            command.add("lab.sharing.ForkExperiment");
            File log = File.createTempFile("child", ".log");
            try {
                run(new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log));
            } finally {
                log.delete();
            }
            return holder.money;
        }
    }

    private static void run(ProcessBuilder builder) throws IOException, InterruptedException {
        Process process = builder.start();
        try {
            int status = process.waitFor();
            if (status != 0) {
                throw new IOException("exit status " + status);
            }
        } finally {
            process.destroyForcibly();
            process.onExit().join();
        }
    }

    private static final class Holder {
        private int money;
    }

    private static final class Assignment implements Runnable {
        private final Holder holder;
        private final int amount;

        private Assignment(Holder holder, int amount) {
            this.holder = holder;
            this.amount = amount;
        }

        @Override
        public void run() {
            holder.money = amount;
        }
    }
}
