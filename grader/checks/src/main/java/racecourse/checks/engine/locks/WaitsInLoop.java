package racecourse.checks.engine.locks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import racecourse.checks.catalogue.Detection;
import racecourse.checks.engine.Subject;
import racecourse.checks.engine.Violation;
import racecourse.checks.engine.locks.paths.ControlFlow;
import racecourse.checks.engine.locks.paths.MethodCode;
import racecourse.checks.engine.locks.paths.Place;
import racecourse.checks.engine.locks.paths.Reach;
import racecourse.checks.engine.locks.paths.Submission;
import racecourse.checks.protocol.Outcome;

/**
 * Who was woken looks again whether he may go on: waits may end for no reason, and others come first. Accuses a wait that
 * is certainly not repeated: neither its method nor one that leads to it comes back there, and nothing waits after it. And
 * nobody sleeps between two looks. A method that is called through a lambda or more ways than one is not judged.
 */
public final class WaitsInLoop {
    private static final String REPEATED = "waits.in-a-loop";
    private static final String NO_SLEEP = "waits.without-sleep";

    private static final Set<String> CONDITION_WAITS =
            Set.of("await", "awaitNanos", "awaitUninterruptibly", "awaitUntil");

    private final Submission submission;
    private final Set<MethodCode> entries;
    private final List<MethodCode> reached;

    private WaitsInLoop(Submission submission, Set<MethodCode> entries) {
        this.submission = submission;
        this.entries = entries;
        this.reached = Reach.of(submission, entries).methods();
    }

    /**
     * Makes a detector of waits that are not repeated.
     *
     * @param entry the class
     * @param methods its methods that wait
     * @return the detector's code; it judges only what it has proven, and is silent about the rest
     */
    public static Detection of(String entry, String... methods) {
        return Detection.asking(List.of(REPEATED), subject -> {
            reading(subject, entry, methods).judgeWaits();
            return new Outcome.Clean();
        });
    }

    /**
     * Makes a detector of sleep between two looks.
     *
     * @param entry the class
     * @param methods its methods that wait
     * @return the detector's code, silent about what it has not proven
     */
    public static Detection neverSleeping(String entry, String... methods) {
        return Detection.asking(List.of(NO_SLEEP), subject -> {
            reading(subject, entry, methods).judgeSleep();
            return new Outcome.Clean();
        });
    }

    private static WaitsInLoop reading(Subject subject, String entry, String... methods) {
        Submission submission = Submission.read(subject.classPath(), List.of(entry));
        Set<MethodCode> entries = new LinkedHashSet<>();
        Arrays.stream(methods).forEach(name -> entries.addAll(submission.named(entry.replace('.', '/'), name)));
        return new WaitsInLoop(submission, entries);
    }

    private void judgeWaits() {
        each((method, call, at) -> {
            if (isWait(call) && isOver(method, ControlFlow.of(method), at, new LinkedHashSet<>())) {
                throw accusation(REPEATED, "waits-once", call, method.place(at));
            }
        });
    }

    private void judgeSleep() {
        each((method, call, at) -> {
            if (isSleep(call)
                    && ControlFlow.of(method).comesBackTo(at)
                    && isCertainlyCalled(method, new LinkedHashSet<>())) {
                throw accusation(NO_SLEEP, "sleeps-between-looks", call, method.place(at));
            }
        });
    }

    @FunctionalInterface
    private interface Judge {
        void judge(MethodCode method, MethodInsnNode call, int at);
    }

    private void each(Judge judge) {
        for (MethodCode method : reached) {
            method.eachCall((call, at) -> judge.judge(method, call, at));
        }
    }

    private static Violation accusation(String rule, String key, MethodInsnNode call, Place at) {
        String text = call.owner.substring(call.owner.lastIndexOf('/') + 1) + "." + call.name + "(…)";
        return Accusation.of(rule, "engine.waits-in-loop." + key, at, text);
    }

    /** Whether what follows an instruction neither comes back to it nor waits, up to the end of a method of the contract. */
    private boolean isOver(MethodCode method, ControlFlow flow, int at, Set<MethodCode> inside) {
        if (!inside.add(method) || flow.comesBackTo(at) || waitsAfter(method, flow, at)) {
            return false;
        }
        if (entries.contains(method)) {
            return true;
        }
        Site only = onlyCall(method);
        return only != null && isOver(only.caller(), ControlFlow.of(only.caller()), only.at(), inside);
    }

    private boolean waitsAfter(MethodCode method, ControlFlow flow, int at) {
        List<MethodCode> later = new ArrayList<>();
        for (int next : flow.after(at)) {
            AbstractInsnNode instruction = method.instructions().get(next);
            if (instruction instanceof MethodInsnNode call) {
                if (isWait(call)) {
                    return true;
                }
                later.addAll(submission.named(call.owner, call.name));
            } else if (instruction.getOpcode() == Opcodes.INVOKEDYNAMIC) {
                // string concatenation is harmless, a lambda may do anything
                return true;
            }
        }
        return Reach.of(submission, later).methods().stream()
                .anyMatch(one -> entries.contains(one)
                        || one.instructions().stream()
                                .anyMatch(instruction -> instruction instanceof MethodInsnNode call && isWait(call)));
    }

    private boolean isCertainlyCalled(MethodCode method, Set<MethodCode> inside) {
        if (entries.contains(method)) {
            return true;
        }
        Site only = inside.add(method) ? onlyCall(method) : null;
        return only != null && isCertainlyCalled(only.caller(), inside);
    }

    private record Site(MethodCode caller, int at) {}

    /** The one place that calls a method, if that names the very method and nothing may stand in its stead. */
    private @Nullable Site onlyCall(MethodCode method) {
        Site only = null;
        for (MethodCode caller : reached) {
            for (int at = 0; at < caller.instructions().size(); at++) {
                if (Reach.called(submission, caller, at).contains(method)) {
                    boolean direct = caller.instructions().get(at) instanceof MethodInsnNode call
                            && submission.named(call.owner, call.name).contains(method);
                    if (only != null
                            || !direct
                            || Reach.called(submission, caller, at).size() > 1) {
                        return null;
                    }
                    only = new Site(caller, at);
                }
            }
        }
        return only;
    }

    static boolean isWait(MethodInsnNode call) {
        if (call.name.equals("wait")) {
            return call.owner.equals("java/lang/Object");
        }
        return CONDITION_WAITS.contains(call.name)
                && call.owner.startsWith("java/util/concurrent/locks/")
                && !call.owner.endsWith("/LockSupport");
    }

    private static boolean isSleep(MethodInsnNode call) {
        return call.name.equals("sleep")
                && (call.owner.equals("java/lang/Thread") || call.owner.equals("java/util/concurrent/TimeUnit"));
    }
}
