package racecourse.checks.engine.locks.paths;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.tree.analysis.Frame;

/** A method that is being run: where it is, its variables and its stack. */
final class Activation {
    final MethodCode code;
    final int context;
    final Frame<Operand> values;
    int pc;

    /** The monitor that the method gives back when it ends. */
    @Nullable
    Operand monitor;

    /** What the caller gets instead of the method's own result: an object for a constructor reference. */
    @Nullable
    Operand result;

    /** Whether the caller has no use for a result. */
    boolean dropsResult;

    Activation(MethodCode code, int context) {
        this.code = code;
        this.context = context;
        this.values = new Frame<>(code.node().maxLocals, code.node().maxStack + 2);
        for (int i = 0; i < code.node().maxLocals; i++) {
            values.setLocal(i, Operand.Unknown.ONE);
        }
    }

    private Activation(Activation other) {
        this.code = other.code;
        this.context = other.context;
        this.values = new Frame<>(other.values);
        this.pc = other.pc;
        this.monitor = other.monitor;
        this.result = other.result;
        this.dropsResult = other.dropsResult;
    }

    Activation copy() {
        return new Activation(this);
    }

    Place place() {
        return code.place(pc);
    }

    Site site() {
        return new Site(context, pc);
    }

    /** Everything in the variables and on the stack, in a fixed order. */
    List<Operand> contents() {
        List<Operand> contents = new ArrayList<>();
        for (int i = 0; i < values.getLocals(); i++) {
            contents.add(values.getLocal(i));
        }
        for (int i = 0; i < values.getStackSize(); i++) {
            contents.add(values.getStack(i));
        }
        return contents;
    }

    void replace(Operand old, Operand by) {
        for (int i = 0; i < values.getLocals(); i++) {
            values.setLocal(i, Replacement.in(values.getLocal(i), old, by));
        }
        for (int i = 0; i < values.getStackSize(); i++) {
            values.setStack(i, Replacement.in(values.getStack(i), old, by));
        }
        if (monitor != null) {
            monitor = Replacement.in(monitor, old, by);
        }
    }
}
