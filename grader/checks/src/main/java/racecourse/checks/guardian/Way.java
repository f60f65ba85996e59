package racecourse.checks.guardian;

import java.io.File;
import racecourse.checks.engine.children.Child;
import racecourse.checks.engine.children.Host;

/** A way in which a JVM ends. */
enum Way {
    /** Its main program returns. */
    RETURN("return", false),
    /** Somebody calls {@code System.exit}. */
    EXIT("System.exit 3", false),
    /** Its main program ends by an exception. */
    UNCAUGHT("throw the main thread ends by this", false),
    /** It is asked to by a signal, SIGTERM; only POSIX knows it. */
    SIGTERM("", true) {
        @Override
        boolean isKnownHere() {
            return File.separatorChar == '/';
        }

        @Override
        void end(Host host, Child control) {
            host.terminate();
            control.process().destroy();
        }
    },
    /** It is killed, and does nothing more. */
    SIGKILL("", true) {
        @Override
        void end(Host host, Child control) {
            host.kill();
            control.process().destroyForcibly();
        }
    };

    private final String order;
    private final boolean fromOutside;

    Way(String order, boolean fromOutside) {
        this.order = order;
        this.fromOutside = fromOutside;
    }

    boolean isKnownHere() {
        return true;
    }

    boolean isFromOutside() {
        return fromOutside;
    }

    /** Ends a host, and beside it a JVM of the kit that guards nothing. */
    void end(Host host, Child control) {
        host.tell(order);
        control.tell(order);
    }
}
