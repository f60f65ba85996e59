package racecourse.checks.engine.memory;

import java.util.Objects;

/** A plain variable of a plot's own, which two turns share beside the submission's object. */
public final class Note {
    private int number;

    /** Writes it, ordering nothing. */
    public void write(int next) {
        Hooks.point("");
        Hooks.write(this, "note", Access.PLAIN.name(), number, next, "");
        number = next;
    }

    /** Reads it, ordering nothing. */
    public int read() {
        Hooks.point("");
        return (Integer) Objects.requireNonNull(Hooks.read(this, "note", Access.PLAIN.name(), number, ""));
    }
}
