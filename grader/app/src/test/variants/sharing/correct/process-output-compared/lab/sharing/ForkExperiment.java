package lab.sharing;

import java.io.IOException;
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
        Process child = new ProcessBuilder("/bin/sh", "-c", "value=$0; echo $value", "" + assigned).redirectErrorStream(true).start();
        try {
            int status = child.waitFor();
            String said = new String(child.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
            if (status != 0 || !said.equals(Integer.toString(assigned))) {
                throw new IOException("the child said " + said);
            }
            return initial;
        } finally {
            child.destroyForcibly();
            child.onExit().join();
        }
    }
}
