package lab.guardian;

/** Kills one process when another one has ended. */
public final class Watcher {
    private Watcher() {}

    public static void main(String[] pids) throws InterruptedException {
        ProcessHandle command = ProcessHandle.of(Long.parseLong(pids[1])).orElse(null);
        if (command == null) {
            return;
        }
        while (ProcessHandle.of(Long.parseLong(pids[0])).isPresent()) {
            Thread.sleep(100);
        }
        command.destroyForcibly();
    }
}
