package lab.sharing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import racecourse.contract.sharing.MemoryExperiment;

public final class ForkExperiment implements MemoryExperiment {
    @Override
    public int afterThread(int initial, int assigned) throws InterruptedException {
        Account account = new Account(initial);
        CountDownLatch assignedLatch = new CountDownLatch(1);
        Thread thread = new Thread(
                () -> {
                    account.set(assigned);
                    assignedLatch.countDown();
                },
                "account-thread");
        thread.start();
        assignedLatch.await();
        thread.join();
        return account.get();
    }

    @Override
    public int afterProcess(int initial, int assigned) throws IOException, InterruptedException {
        Account account = new Account(initial);
        String[] command = {
            System.getProperty("java.home") + "/bin/java",
            "-cp",
            System.getProperty("java.class.path"),
            "lab.sharing.AccountMain",
            String.valueOf(account.get()),
            String.valueOf(assigned)
        };
        Process child = Runtime.getRuntime().exec(command);
        try {
            child.waitFor();
            String answer;
            try (BufferedReader reader = new BufferedReader(new InputStreamReader(child.getInputStream()))) {
                answer = reader.readLine();
            }
            if (child.exitValue() != 0 || !Objects.equals(answer, String.valueOf(assigned))) {
                throw new IOException("the child answered " + answer + " and ended with " + child.exitValue());
            }
            return account.get();
        } finally {
            kill(child);
        }
    }

    private static void kill(Process child) {
        child.destroyForcibly();
        while (true) {
            boolean interrupted = Thread.interrupted();
            try {
                child.waitFor();
                return;
            } catch (InterruptedException e) {
                interrupted = true;
            } finally {
                if (interrupted) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }
}
