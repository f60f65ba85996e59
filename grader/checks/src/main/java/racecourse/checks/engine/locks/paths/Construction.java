package racecourse.checks.engine.locks.paths;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;
import racecourse.checks.engine.locks.paths.Operand.Self;

/** An object of the submission as its constructor leaves it: what its methods find in fields that nobody assigns. */
public final class Construction {
    private final Submission submission;
    private final Contexts contexts = new Contexts();
    private final Self self;
    private final Map<Location, Operand> heap = new HashMap<>();
    private @Nullable Exploration constructor;

    private Construction(Submission submission, String type) {
        this.submission = submission;
        this.self = new Self(type);
    }

    /**
     * Runs static initialisers and the constructor on symbols.
     *
     * @param submission the classes
     * @param type internal name of the class to make an object of
     * @return the object
     */
    public static Construction of(Submission submission, String type) {
        Construction construction = new Construction(submission, type);
        construction.initialise();
        construction.construct(type);
        return construction;
    }

    private void initialise() {
        for (ClassNode type : submission.types()) {
            MethodCode initialiser = submission.find(type.name, "<clinit>", "()V");
            if (initialiser != null && initialiser.owner() == type) {
                Machine machine = new Machine(submission, Phase.CLASS, contexts);
                keep(machine.run(initialiser, List.of(), heap));
            }
        }
    }

    private void construct(String type) {
        ClassNode node = submission.type(type);
        MethodNode chosen = node == null ? null : constructor(node);
        if (chosen == null) {
            return;
        }
        MethodCode code = submission.code(Objects.requireNonNull(node), chosen);
        Machine machine = new Machine(submission, Phase.CONSTRUCTION, contexts);
        Exploration made = machine.run(code, Calls.anything(chosen, self, Phase.CONSTRUCTION), heap);
        constructor = made;
        keep(made);
    }

    /** The contract's constructor ends with the pause; others are the submission's own business. */
    private static @Nullable MethodNode constructor(ClassNode type) {
        List<MethodNode> all = new ArrayList<>();
        for (MethodNode method : type.methods) {
            if (method.name.equals("<init>") && (method.access & Opcodes.ACC_PUBLIC) != 0) {
                all.add(method);
            }
        }
        if (all.size() == 1) {
            return all.get(0);
        }
        return all.stream()
                .filter(method -> method.desc.matches("\\([^;]*;?Lracecourse/contract/Pause;\\)V"))
                .findFirst()
                .orElse(null);
    }

    /** What every way through agrees on, and nobody assigns later. */
    private void keep(Exploration exploration) {
        if (!exploration.complete()) {
            return;
        }
        @Nullable Map<Location, Operand> agreed = null;
        for (Path path : exploration.paths()) {
            if (path.ending() != Path.Ending.RETURNS) {
                continue;
            }
            if (agreed == null) {
                agreed = new HashMap<>(path.heap());
            } else {
                agreed.entrySet().retainAll(path.heap().entrySet());
            }
        }
        if (agreed != null) {
            agreed.forEach((location, value) -> {
                if (location.field().fixed()) {
                    heap.put(location, value);
                }
            });
        }
    }

    /** Returns the object. */
    public Self self() {
        return self;
    }

    /** Returns what is in the fields that nobody assigns any more. */
    public Map<Location, Operand> heap() {
        return heap;
    }

    /** Returns the paths through the constructor; {@code null} if the class has none that the contract knows. */
    public @Nullable Exploration constructor() {
        return constructor;
    }

    /**
     * Follows a method of the object along every path.
     *
     * @param method the method
     * @return its paths
     */
    public Exploration explore(MethodCode method) {
        Machine machine = new Machine(submission, Phase.CALL, contexts);
        Operand receiver = method.isStatic() ? null : self;
        return machine.run(method, Calls.anything(method.node(), receiver, Phase.CALL), heap);
    }
}
