package racecourse.runner;

import java.util.Optional;

/** The version of the kit that this code is of. */
public final class KitVersion {
    private KitVersion() {}

    /**
     * Returns the version.
     *
     * @return {@code 0.1.0}; empty where the classes do not come from a jar
     */
    public static String text() {
        return Optional.ofNullable(KitVersion.class.getPackage().getImplementationVersion())
                .orElse("");
    }
}
