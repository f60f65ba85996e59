package racecourse.checks.engine.explore;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jetbrains.kotlinx.lincheck.trace.CodeLocationTracePoint;
import org.jetbrains.kotlinx.lincheck.trace.LoopEndTracePoint;
import org.jetbrains.kotlinx.lincheck.trace.LoopIterationTracePoint;
import org.jetbrains.kotlinx.lincheck.trace.LoopStartTracePoint;
import org.jetbrains.kotlinx.lincheck.trace.MethodCallTracePoint;
import org.jetbrains.kotlinx.lincheck.trace.MethodReturnTracePoint;
import org.jetbrains.kotlinx.lincheck.trace.MonitorEnterTracePoint;
import org.jetbrains.kotlinx.lincheck.trace.MonitorExitTracePoint;
import org.jetbrains.kotlinx.lincheck.trace.NotifyTracePoint;
import org.jetbrains.kotlinx.lincheck.trace.ParkTracePoint;
import org.jetbrains.kotlinx.lincheck.trace.ReadTracePoint;
import org.jetbrains.kotlinx.lincheck.trace.ReturnedValueResult;
import org.jetbrains.kotlinx.lincheck.trace.SpinCycleStartTracePoint;
import org.jetbrains.kotlinx.lincheck.trace.SwitchEventTracePoint;
import org.jetbrains.kotlinx.lincheck.trace.Trace;
import org.jetbrains.kotlinx.lincheck.trace.TracePoint;
import org.jetbrains.kotlinx.lincheck.trace.UnparkTracePoint;
import org.jetbrains.kotlinx.lincheck.trace.WaitTracePoint;
import org.jetbrains.kotlinx.lincheck.trace.WriteTracePoint;
import racecourse.checks.engine.explore.TraceStep.Action;

/** Turns Lincheck's recorded trace points into steps, without going through its printed table. */
final class TraceReader {

    private final Trace trace;
    private final Map<Integer, Integer> depths = new HashMap<>();
    private final List<TraceStep> steps = new ArrayList<>();

    private TraceReader(Trace trace) {
        this.trace = trace;
    }

    static List<TraceStep> read(Trace trace) {
        TraceReader reader = new TraceReader(trace);
        for (TracePoint point : trace.getTrace()) {
            reader.add(point);
        }
        return List.copyOf(reader.steps);
    }

    private void add(TracePoint point) {
        if (point instanceof MethodCallTracePoint call) {
            step(call, Action.CALL, name(call), "");
            depths.merge(call.getIThread(), 1, Integer::sum);
        } else if (point instanceof MethodReturnTracePoint end) {
            depths.merge(end.getIThread(), -1, Integer::sum);
            leave(end.getMethodTracePoint$lincheck());
        } else if (point instanceof ReadTracePoint read) {
            String text = read.toString$lincheck(false, true);
            step(read, Action.READ, owned(read.getOwnerRepresentation(), read.getFieldName()), after(text, " ➜ "));
        } else if (point instanceof WriteTracePoint write) {
            String target = owned(write.getOwnerRepresentation(), write.getFieldName());
            String text = write.toString$lincheck(false, true);
            step(
                    write,
                    Action.WRITE,
                    target,
                    text.startsWith(target + " = ") ? text.substring(target.length() + 3) : "");
        } else if (point instanceof MonitorEnterTracePoint) {
            step(point, Action.LOCK, "", "");
        } else if (point instanceof MonitorExitTracePoint) {
            step(point, Action.UNLOCK, "", "");
        } else if (point instanceof WaitTracePoint) {
            step(point, Action.WAIT, "", "");
        } else if (point instanceof NotifyTracePoint) {
            step(point, Action.NOTIFY, "", "");
        } else if (point instanceof ParkTracePoint) {
            step(point, Action.PARK, "", "");
        } else if (point instanceof UnparkTracePoint) {
            step(point, Action.UNPARK, "", "");
        } else if (point instanceof SwitchEventTracePoint change) {
            step(point, Action.SWITCH, "", change.getReason().toString());
        } else if (point instanceof LoopStartTracePoint || point instanceof SpinCycleStartTracePoint) {
            step(point, Action.LOOP, "", "");
        } else if (!(point instanceof LoopIterationTracePoint) && !(point instanceof LoopEndTracePoint)) {
            step(point, Action.OTHER, "", "");
        }
    }

    /** A call that returned nothing says no more than its CALL step; one that was cut short by Lincheck did not return. */
    private void leave(MethodCallTracePoint call) {
        ReturnedValueResult result = call.getReturnedValue();
        if (result instanceof ReturnedValueResult.ExceptionResult && call.getThrownException() != null) {
            step(call, Action.THROW, name(call), call.getThrownException().toString());
        } else if (result instanceof ReturnedValueResult.ValueResult value) {
            step(call, Action.RETURN, name(call), value.getValueRepresentation());
        } else if (result instanceof ReturnedValueResult.VoidResult) {
            step(call, Action.RETURN, name(call), "");
        }
    }

    private void step(TracePoint point, Action action, String target, String value) {
        int thread = point.getIThread();
        StackTraceElement place = point instanceof CodeLocationTracePoint located && !isRoot(point)
                ? located.getStackTraceElement()
                : null;
        String file = place == null || place.getFileName() == null ? "" : place.getFileName();
        int line = place == null ? 0 : Math.max(0, place.getLineNumber());
        steps.add(new TraceStep(
                thread,
                trace.getThreadNames().get(thread),
                action,
                Math.max(0, depths.getOrDefault(thread, 0)),
                target,
                value,
                place == null ? "" : place.getClassName().replace('/', '.'),
                file,
                line,
                point.toString$lincheck(true, true)));
    }

    /** The entry of a thread has no caller, so the place that Lincheck notes for it means nothing. */
    private static boolean isRoot(TracePoint point) {
        return point instanceof MethodCallTracePoint call && call.isRootCall();
    }

    private static String name(MethodCallTracePoint call) {
        return owned(call.getOwnerName(), call.getMethodName());
    }

    private static String owned(String owner, String member) {
        return owner == null || owner.isEmpty() ? member : owner + "." + member;
    }

    private static String after(String text, String mark) {
        int at = text.indexOf(mark);
        return at < 0 ? "" : text.substring(at + mark.length());
    }
}
