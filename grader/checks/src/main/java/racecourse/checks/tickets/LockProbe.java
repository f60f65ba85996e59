package racecourse.checks.tickets;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import racecourse.checks.engine.processes.ChildJvm;

/**
 * Another process that looks at a lock file, or holds it. In the office's own JVM that would spoil what it looks at:
 * closing any channel on the file gives up the lock.
 */
final class LockProbe implements AutoCloseable {
    private final ChildJvm child;
    private final Path lockFile;

    LockProbe(Path lockFile) throws IOException {
        this.lockFile = lockFile;
        this.child = new ChildJvm(Main.class, lockFile.toString());
    }

    /** Returns whether the first byte of the file is locked exclusively, or at all. */
    boolean isHeld() {
        return child.ask("probe").equals("held");
    }

    /** Takes the lock and keeps it. */
    void hold() {
        child.ask("hold");
    }

    /** Gives back the lock that was taken. */
    void release() {
        child.ask("release");
    }

    Path lockFile() {
        return lockFile;
    }

    @Override
    public void close() {
        child.close();
    }

    /** The other process. */
    static final class Main {
        private Main() {}

        public static void main(String[] arguments) throws IOException {
            Path lockFile = Path.of(arguments[0]);
            BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            @Nullable FileChannel held = null;
            for (String command = commands.readLine(); command != null; command = commands.readLine()) {
                switch (command) {
                    case "probe" -> System.out.println(probe(lockFile));
                    case "hold" -> {
                        held = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                        held.lock(0, 1, false);
                        System.out.println("holding");
                    }
                    case "release" -> {
                        if (held != null) {
                            held.close();
                        }
                        System.out.println("released");
                    }
                    default -> System.out.println("what is " + command + "?");
                }
            }
        }

        private static String probe(Path lockFile) throws IOException {
            if (!java.nio.file.Files.exists(lockFile)) {
                return "missing";
            }
            try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.WRITE)) {
                // exclusively: a shared lock of somebody refuses it too, so ask for a shared one as well
                @Nullable FileLock exclusive = channel.tryLock(0, 1, false);
                if (exclusive != null) {
                    return "free";
                }
            }
            try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.READ)) {
                @Nullable FileLock shared = channel.tryLock(0, 1, true);
                return shared == null ? "held" : "shared";
            }
        }
    }
}
