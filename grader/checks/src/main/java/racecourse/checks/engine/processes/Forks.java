package racecourse.checks.engine.processes;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import racecourse.checks.engine.processes.Starts.Started;

/**
 * Processes that run on with the program of a started one when that one has ended, as the background jobs of a shell do.
 * They are children of init then, found by what their environment and command line say; where the system does not show
 * those, none is found.
 */
final class Forks {
    private static final Path PROCESSES = Path.of("/proc");

    /** Between two looks: who is on its way out gets on in the meantime. */
    private static final long BETWEEN_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    private Forks() {}

    /** What a process was doing: asleep, with so much CPU time used. */
    private record Sleeping(long pid, String used) {}

    /** Returns the command of a process that sleeps in the program of one of those started, over two looks. */
    static Optional<String> left(List<Started> started) {
        List<Sleeping> first = sleeping(started);
        if (first.isEmpty()) {
            return Optional.empty();
        }
        LockSupport.parkNanos(BETWEEN_NANOS);
        List<Sleeping> second = sleeping(started);
        return first.stream().filter(second::contains).findFirst().map(one -> text(one.pid(), "cmdline")
                .replace('\0', ' ')
                .strip());
    }

    private static List<Sleeping> sleeping(List<Started> started) {
        List<String> commands =
                started.stream().map(one -> String.join("\0", one.command())).toList();
        String mark = Starts.mark();
        try (Stream<Path> all = Files.list(PROCESSES)) {
            return all.map(path -> path.getFileName().toString())
                    .filter(name -> name.chars().allMatch(Character::isDigit))
                    .map(Long::valueOf)
                    .filter(pid ->
                            started.stream().noneMatch(one -> one.process().pid() == pid))
                    .filter(pid -> text(pid, "environ").contains(mark)
                            && commands.contains(text(pid, "cmdline").replaceAll("\0$", "")))
                    .flatMap(pid -> sleeping(pid).stream())
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static Optional<Sleeping> sleeping(long pid) {
        String stat = text(pid, "stat");
        // the name in parentheses may hold anything; then state, …, the 12th and 13th are CPU time
        String[] fields = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ", -1);
        return fields.length > 12 && fields[0].equals("S")
                ? Optional.of(new Sleeping(pid, fields[11] + " " + fields[12]))
                : Optional.empty();
    }

    private static String text(long pid, String file) {
        try {
            return new String(
                    Files.readAllBytes(PROCESSES.resolve(Long.toString(pid)).resolve(file)), StandardCharsets.UTF_8);
        } catch (IOException e) {
            // it has ended, or is somebody else's
            return "";
        }
    }
}
