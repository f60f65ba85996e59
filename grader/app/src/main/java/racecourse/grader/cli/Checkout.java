package racecourse.grader.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The checkout of the kit that this program was started from. */
final class Checkout {
    private static final @Nullable String HOME = System.getProperty("racecourse.home");

    private Checkout() {}

    /** Returns the checkout's root, or {@code null} when it is not known. */
    static @Nullable Path root() {
        return HOME == null ? null : Path.of(HOME);
    }

    /** Returns whether a directory is in the checkout: its code is the owner's own. */
    static boolean contains(Path directory) throws IOException {
        Path root = root();
        return root != null && directory.toRealPath().startsWith(root.toRealPath());
    }
}
