package lab.sharing;

import java.io.IOException;
import java.util.Arrays;
import racecourse.contract.sharing.MemoryExperiment;

public final class ForkExperiment implements MemoryExperiment {
    private static final String PROGRAM = "BEGIN { money = ARGV[1] + 0; money = ARGV[2] + 0; exit money != ARGV[2] + 0 }";

    private int money;

    @Override
    public int afterThread(int initial, final int assigned) throws InterruptedException {
        money = initial;
        Thread thread = new Thread() {
            @Override
            public void run() {
                money = assigned;
            }
        };
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException e) {
            joinAnyway(thread);
            throw e;
        }
        return money;
    }

    private static void joinAnyway(Thread thread) {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public int afterProcess(int initial, int assigned) throws IOException, InterruptedException {
        money = initial;
        String[] command = {"awk", PROGRAM, Integer.toString(initial), Integer.toString(assigned)};
        Process awk = new ProcessBuilder(Arrays.asList(command)).start();
        try {
            if (awk.waitFor() != 0) {
                throw new IOException("awk: " + new String(awk.getErrorStream().readAllBytes()));
            }
        } catch (InterruptedException e) {
            awk.destroyForcibly();
            awk.onExit().join();
            throw e;
        }
        return money;
    }
}
