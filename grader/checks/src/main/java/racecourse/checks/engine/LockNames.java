package racecourse.checks.engine;

import java.lang.management.LockInfo;
import java.lang.management.MonitorInfo;
import java.lang.management.ThreadInfo;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Names locks A, B, C in the order in which they are met, after what they are: {@code Object A}, {@code Condition B}. */
final class LockNames {
    private final Map<Integer, String> letters = new HashMap<>();

    String of(LockInfo lock) {
        String letter = letters.computeIfAbsent(
                lock.getIdentityHashCode(), hash -> String.valueOf((char) ('A' + letters.size())));
        return kind(lock.getClassName()) + " " + letter;
    }

    /** Returns the names of the locks that a thread has. */
    List<String> heldBy(ThreadInfo info) {
        List<String> names = new ArrayList<>();
        for (MonitorInfo monitor : info.getLockedMonitors()) {
            // who waits on an object's monitor has let go of it, whatever the frames of its own lines say
            if (info.getThreadState() != Thread.State.WAITING || !isAwaited(monitor, info)) {
                names.add(of(monitor));
            }
        }
        for (LockInfo synchronizer : info.getLockedSynchronizers()) {
            names.add(of(synchronizer));
        }
        return names.stream().distinct().toList();
    }

    private static boolean isAwaited(MonitorInfo monitor, ThreadInfo info) {
        LockInfo awaited = info.getLockInfo();
        return awaited != null && awaited.getIdentityHashCode() == monitor.getIdentityHashCode();
    }

    /** What the JDK's locks are built from is inside them. */
    private static String kind(String className) {
        if (className.endsWith("$ConditionObject")) {
            return "Condition";
        }
        String name = className.substring(className.lastIndexOf('.') + 1);
        int inner = name.indexOf('$');
        return name.endsWith("Sync") && inner > 0
                ? name.substring(0, inner)
                : name.substring(name.lastIndexOf('$') + 1);
    }
}
