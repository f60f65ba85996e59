package racecourse.checks.engine.locks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.VarInsnNode;
import racecourse.checks.catalogue.Detection;
import racecourse.checks.engine.Advice;
import racecourse.checks.engine.locks.paths.MethodCode;
import racecourse.checks.engine.locks.paths.Reach;
import racecourse.checks.engine.locks.paths.Submission;
import racecourse.checks.protocol.Evidence;
import racecourse.checks.protocol.Message;
import racecourse.checks.protocol.Outcome;
import racecourse.checks.protocol.Place;

/**
 * One signal for waiters of different kinds may wake one that cannot use it. Advice only: whoever was woken in vain may
 * pass the signal on, and whether a wake-up is lost is for a run to show. Looks at the object itself and at its fields;
 * what is waited for through a variable or a helper's parameter is not judged.
 */
public final class SingleSignal {
    private static final String RULE = "signals.for-one-kind";
    private static final String THIS = "this";

    private final Submission submission;
    private final String entry;

    private SingleSignal(Submission submission, String entry) {
        this.submission = submission;
        this.entry = entry.replace('.', '/');
    }

    /**
     * Makes a detector that notes each signal to one of several kinds of waiters.
     *
     * @param entry the class
     * @param one a method that waits
     * @param other a method that waits for something else
     * @param further methods that may signal too
     * @return the detector's code, which accuses nobody
     */
    public static Detection advice(String entry, String one, String other, String... further) {
        return Detection.asking(List.of(RULE), subject -> {
            SingleSignal rule = new SingleSignal(Submission.read(subject.classPath(), List.of(entry)), entry);
            Set<String> shared = rule.waitedFor(one);
            shared.retainAll(rule.waitedFor(other));
            Map<Message, List<Place>> seen = new LinkedHashMap<>();
            for (MethodCode method : rule.reach(one, other, further)) {
                method.eachCall((call, at) -> {
                    String on = isSignal(call) ? rule.receiver(method, at) : null;
                    if (on != null && shared.contains(on)) {
                        var place = method.place(at);
                        seen.computeIfAbsent(
                                        Message.of("engine.single-signal.observed", on, call.name, one, other),
                                        observed -> new ArrayList<>())
                                .add(new Place(place.file(), place.line(), null));
                    }
                });
            }
            seen.forEach((observed, places) -> Advice.note(evidence(observed, places)));
            return new Outcome.Clean();
        });
    }

    private static Evidence evidence(Message observed, List<Place> places) {
        return Evidence.of(Message.of("engine.single-signal.expected"), observed)
                .at(places.stream().sorted(Comparator.comparingInt(Place::line)).toList())
                .because(Message.of("engine.single-signal.why"))
                .hinting(Message.of("engine.single-signal.try"))
                .ruledBy(RULE);
    }

    private Set<String> waitedFor(String name) {
        Set<String> found = new HashSet<>();
        for (MethodCode method : reach(name, name)) {
            method.eachCall((call, at) -> {
                String on = WaitsInLoop.isWait(call) && call.desc.startsWith("()") ? receiver(method, at) : null;
                if (on != null) {
                    found.add(on);
                }
            });
        }
        return found;
    }

    private List<MethodCode> reach(String one, String other, String... further) {
        Set<String> names = new HashSet<>(Arrays.asList(further));
        names.add(one);
        names.add(other);
        return Reach.of(
                        submission,
                        names.stream()
                                .flatMap(name -> submission.named(entry, name).stream())
                                .toList())
                .methods();
    }

    private static boolean isSignal(MethodInsnNode call) {
        return call.desc.equals("()V")
                && ((call.name.equals("notify") && call.owner.equals("java/lang/Object"))
                        || (call.name.equals("signal") && call.owner.startsWith("java/util/concurrent/locks/")));
    }

    /** Returns what a call without arguments is made on, if that is the object of the class itself or a field of it. */
    private @Nullable String receiver(MethodCode method, int at) {
        boolean own = submission.isSubtype(entry, method.owner().name);
        boolean instance = (method.node().access & Opcodes.ACC_STATIC) == 0;
        int before = method.before(at);
        if (!own || !instance || before < 0) {
            return null;
        }
        AbstractInsnNode instruction = method.instructions().get(before);
        if (isThis(instruction)) {
            return THIS;
        }
        int first = method.before(before);
        return instruction instanceof FieldInsnNode field
                        && field.getOpcode() == Opcodes.GETFIELD
                        && first >= 0
                        && isThis(method.instructions().get(first))
                ? field.name
                : null;
    }

    private static boolean isThis(AbstractInsnNode instruction) {
        return instruction.getOpcode() == Opcodes.ALOAD && instruction instanceof VarInsnNode load && load.var == 0;
    }
}
