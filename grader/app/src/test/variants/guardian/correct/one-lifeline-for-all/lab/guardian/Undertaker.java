package lab.guardian;

import java.util.ArrayList;
import java.util.List;
import java.util.Scanner;

/** Kills all processes whose ids it was told, at the end of its input. */
public final class Undertaker {
    private Undertaker() {}

    public static void main(String[] arguments) {
        List<ProcessHandle> commands = new ArrayList<>();
        Scanner pids = new Scanner(System.in);
        while (pids.hasNextLong()) {
            ProcessHandle.of(pids.nextLong()).ifPresent(commands::add);
        }
        commands.forEach(ProcessHandle::destroyForcibly);
    }
}
