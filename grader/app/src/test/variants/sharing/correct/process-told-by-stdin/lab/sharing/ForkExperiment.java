package lab.sharing;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import racecourse.contract.sharing.MemoryExperiment;

public class ForkExperiment implements MemoryExperiment {
    @Override
    public int afterThread(int initial, int assigned) throws InterruptedException {
        int[] box = {initial};
        Thread thread = new Thread(() -> box[0] = assigned);
        thread.start();
        thread.join();
        return box[0];
    }

    @Override
    public int afterProcess(int initial, int assigned) throws IOException, InterruptedException {
        Process child = new ProcessBuilder("/bin/sh", "-c", "read value").start();
        try {
            try (OutputStream out = child.getOutputStream()) {
                out.write((assigned + "\n").getBytes(StandardCharsets.US_ASCII));
            } catch (IOException e) {
                // it has ended already, and its status tells
            }
            if (child.waitFor() != 0) {
                throw new IOException("failed");
            }
            return initial;
        } finally {
            child.destroyForcibly();
            child.onExit().join();
        }
    }
}
