package lab.sharing;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import racecourse.contract.sharing.MemoryExperiment;

public final class ForkExperiment implements MemoryExperiment {
    private static final String SCRIPT = "money=$1; money=$2; test \"$money\" -eq \"$2\"";

    @Override
    public int afterThread(int initial, int assigned) throws InterruptedException {
        Purse purse = new Purse(initial);
        Thread spender = new Thread(() -> purse.money = assigned, "spender");
        spender.run();
        spender.join();
        return purse.money;
    }

    @Override
    public int afterProcess(int initial, int assigned) throws IOException, InterruptedException {
        Purse purse = new Purse(initial);
        ProcessBuilder builder =
                new ProcessBuilder("sh", "-c", SCRIPT, "sh", String.valueOf(initial), String.valueOf(assigned));
        builder.redirectOutput(Redirect.DISCARD).redirectError(Redirect.DISCARD);
        Process process = builder.start();
        int status;
        try {
            status = process.waitFor();
        } catch (InterruptedException e) {
            kill(process);
            throw e;
        }
        if (status != 0) {
            throw new IOException("sh exited with " + status);
        }
        return purse.money;
    }

    private static void kill(Process process) {
        process.destroyForcibly();
        boolean again = false;
        boolean ended = false;
        while (!ended) {
            try {
                process.waitFor();
                ended = true;
            } catch (InterruptedException e) {
                again = true;
            }
        }
        if (again) {
            Thread.currentThread().interrupt();
        }
    }

    private static final class Purse {
        private int money;

        private Purse(int money) {
            this.money = money;
        }
    }
}
