package lab.sharing;

import java.io.IOException;
import java.util.Map;
import racecourse.contract.sharing.MemoryExperiment;

public final class ForkExperiment implements MemoryExperiment {
    @Override
    public int afterThread(int initial, int assigned) throws InterruptedException {
        class Spender implements Runnable {
            private int money = initial;

            @Override
            public void run() {
                money = assigned;
            }
        }

        Spender spender = new Spender();
        Thread thread = new Thread(spender);
        thread.setDaemon(true);
        thread.start();
        while (thread.isAlive()) {
            thread.join(1000);
        }
        return spender.money;
    }

    @Override
    public int afterProcess(int initial, int assigned) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", "MONEY=$ASSIGNED");
        Map<String, String> environment = builder.environment();
        environment.put("MONEY", "" + initial);
        environment.put("ASSIGNED", "" + assigned);
        Process shell = builder.start();
        try {
            if (shell.waitFor() != 0) {
                throw new IOException("the shell failed");
            }
        } catch (InterruptedException e) {
            shell.destroyForcibly().onExit().join();
            throw e;
        }
        return Integer.parseInt(environment.get("MONEY"));
    }
}
