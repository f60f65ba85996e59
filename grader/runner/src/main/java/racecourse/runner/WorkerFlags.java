package racecourse.runner;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The flags of the JVMs that submissions run in. */
public final class WorkerFlags {
    private WorkerFlags() {}

    /**
     * Returns all flags.
     *
     * @return for each kind of worker, {@code explorer}, its flags in their order
     */
    public static Map<String, List<String>> all() {
        Map<String, List<String>> all = new LinkedHashMap<>();
        for (WorkerGroup group : WorkerGroup.values()) {
            all.put(group.name().toLowerCase(Locale.ROOT), group.flags());
        }
        return all;
    }
}
