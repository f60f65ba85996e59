package racecourse.checks.engine.locks.paths;

import java.util.List;
import racecourse.checks.engine.locks.paths.Event.Refused;
import racecourse.checks.engine.locks.paths.Hold.Kind;
import racecourse.checks.engine.locks.paths.Hold.Mode;
import racecourse.checks.engine.locks.paths.Operand.Constant;
import racecourse.checks.engine.locks.paths.Operand.View;

/** File locks: held from {@code lock} on until the lock is released or its channel closed. */
final class FileCalls implements Model {
    private static final String CHANNEL = "java/nio/channels/FileChannel";
    private static final String LOCK = "java/nio/channels/FileLock";
    private static final List<String> OPENED =
            List.of("java/io/RandomAccessFile", "java/io/FileOutputStream", "java/io/FileInputStream");

    @Override
    public boolean handle(Call call) {
        if (call.owner.equals(CHANNEL)) {
            return channel(call);
        }
        if (call.owner.equals(LOCK)) {
            switch (call.name) {
                case "release", "close" -> close(call);
                case "channel", "acquiredBy" -> call.answers(root(call.on()));
                default -> call.answers();
            }
            return true;
        }
        if (OPENED.contains(call.owner)) {
            switch (call.name) {
                case "<init>" -> {
                    call.mayThrow("java/io/FileNotFoundException", false);
                    call.answers();
                }
                case "getChannel" -> call.answers(new View(root(call.on()), "channel"));
                case "close" -> close(call);
                default -> {
                    return false;
                }
            }
            return true;
        }
        if (call.name.equals("close") && call.descriptor.equals("()V") && isHeld(call)) {
            close(call);
            return true;
        }
        return false;
    }

    private static boolean channel(Call call) {
        switch (call.name) {
            case "open" -> {
                call.mayThrow("java/io/IOException", true);
                Operand opened = call.answer(false);
                call.state.facts.put(opened, new Range(1, 1, java.util.Set.of()));
                call.answers(opened);
            }
            case "lock", "tryLock" -> lock(call);
            case "close" -> close(call);
            default -> {
                return false;
            }
        }
        return true;
    }

    private static void lock(Call call) {
        call.mayThrow("java/io/IOException", true);
        State state = call.state;
        Operand channel = root(call.on());
        Mode mode =
                call.arguments.size() == 3 && !call.arguments.get(2).equals(Constant.of(0)) ? Mode.READ : Mode.WRITE;
        if (call.name.equals("tryLock")) {
            Call refused = call.split();
            refused.state.note(new Refused(channel, Kind.FILE, false, call.at()));
            refused.answers(Constant.NULL);
        }
        if (Locks.acquire(call.machine, state, channel, Kind.FILE, mode, 1, call.name.equals("lock"))) {
            call.answers(new View(channel, "file lock"));
        }
    }

    private static boolean isHeld(Call call) {
        Operand root = root(call.on());
        return call.state.holds.stream()
                .anyMatch(hold -> hold.kind() == Kind.FILE && hold.lock().equals(root));
    }

    private static void close(Call call) {
        Operand root = root(call.on());
        State state = call.state;
        boolean found = false;
        for (Hold hold : List.copyOf(state.holds)) {
            if (hold.kind() == Kind.FILE && hold.lock().equals(root)) {
                state.holds.remove(hold);
                state.note(new Event.Released(hold, true, call.at()));
                found = true;
            }
        }
        boolean others = state.holds.stream().anyMatch(hold -> hold.kind() == Kind.FILE);
        if (!found && others) {
            state.lose("a channel closed that cannot be told from another");
        }
        // that closing fails is possible, but nobody is accused of not having thought of it
        Call failing = call.split();
        failing.state.doubt();
        failing.raise("java/io/IOException", true);
        call.answers();
    }

    private static Operand root(Operand operand) {
        return operand instanceof View view ? root(view.of()) : operand;
    }
}
