package racecourse.checks.engine.locks.paths;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import racecourse.checks.engine.locks.paths.Path.Gap;
import racecourse.checks.engine.locks.paths.Path.InterruptFlag;

/** A path in the making. */
final class State {
    final List<Activation> activations = new ArrayList<>();
    final List<Event> events = new ArrayList<>();
    final List<Hold> holds = new ArrayList<>();

    /** Fields that nobody else can assign: of objects that only this path knows, and of those made for good. */
    final Map<Location, Operand> heap = new HashMap<>();

    /** Shared fields, as this path has left them, until other threads had a chance. */
    final Map<Location, Operand> recent = new HashMap<>();

    final Map<Operand, Range> facts = new HashMap<>();
    final Set<Operand> escaped = new HashSet<>();
    final Set<Site> visited = new HashSet<>();
    final Map<Site, List<Snapshot>> rounds = new HashMap<>();
    InterruptFlag interrupt = InterruptFlag.UNTOUCHED;
    int doubt = Integer.MAX_VALUE;
    int acquisitions;

    @Nullable
    Gap unknown;

    record Snapshot(List<Object> picture, int events) {}

    State copy() {
        State copy = new State();
        activations.forEach(activation -> copy.activations.add(activation.copy()));
        copy.events.addAll(events);
        copy.holds.addAll(holds);
        copy.heap.putAll(heap);
        copy.recent.putAll(recent);
        copy.facts.putAll(facts);
        copy.escaped.addAll(escaped);
        copy.visited.addAll(visited);
        rounds.forEach((site, list) -> copy.rounds.put(site, new ArrayList<>(list)));
        copy.interrupt = interrupt;
        copy.doubt = doubt;
        copy.acquisitions = acquisitions;
        copy.unknown = unknown;
        return copy;
    }

    Activation top() {
        return activations.get(activations.size() - 1);
    }

    Place place() {
        return top().place();
    }

    void note(Event event) {
        events.add(event);
    }

    /** Returns what is held; a lock that others have come to know is no longer nobody's. */
    List<Hold> held() {
        List<Hold> held = new ArrayList<>();
        for (Hold hold : holds) {
            held.add(escaped.contains(hold.lock()) ? hold.judged(Hold.Exclusion.PERHAPS) : hold);
        }
        return List.copyOf(held);
    }

    /** From here on the path depends on what is not known. */
    void doubt() {
        doubt = Math.min(doubt, events.size());
    }

    void lose(String what) {
        if (unknown == null) {
            unknown = new Gap(what, place(), events.size());
        }
    }

    /** Other threads may have changed what is shared. */
    void othersRun() {
        recent.clear();
    }

    Range range(Operand operand) {
        if (operand instanceof Operand.Constant constant) {
            Long number = number(constant.content());
            return number == null ? Range.ALL : new Range(number, number, java.util.Set.of());
        }
        Range known = facts.getOrDefault(operand, Range.ALL);
        if (Operands.isObject(operand) || operand instanceof Operand.Stamp) {
            Range object = known.where(org.objectweb.asm.Opcodes.IFNE, 0);
            return object == null ? known : object;
        }
        return known;
    }

    static @Nullable Long number(@Nullable Object content) {
        if (content == null) {
            return 0L;
        }
        return content instanceof Integer || content instanceof Long ? ((Number) content).longValue() : null;
    }

    /** A value is about to be made; if this place has made one before, the old one is no longer the same. */
    boolean comesAgain(Site site, Operand made) {
        if (visited.add(site)) {
            return false;
        }
        Operand unknownValue = made.getSize() == 2 ? Operand.Unknown.TWO : Operand.Unknown.ONE;
        activations.forEach(activation -> activation.replace(made, unknownValue));
        heap.keySet().removeIf(location -> location.base().equals(made));
        recent.keySet().removeIf(location -> location.base().equals(made));
        heap.replaceAll((location, value) -> Replacement.in(value, made, unknownValue));
        recent.replaceAll((location, value) -> Replacement.in(value, made, unknownValue));
        facts.keySet().removeIf(operand -> !Replacement.in(operand, made, unknownValue)
                .equals(operand));
        for (Hold hold : holds) {
            if (!Replacement.in(hold.lock(), made, unknownValue).equals(hold.lock())) {
                lose("a lock made in a loop");
            }
        }
        return true;
    }

    void escape(Operand value) {
        if (value instanceof Operand.Fresh || value instanceof Operand.Closure) {
            if (!escaped.add(value)) {
                return;
            }
            List<Operand> reached = new ArrayList<>();
            heap.forEach((location, content) -> {
                if (location.base().equals(value)) {
                    reached.add(content);
                }
            });
            reached.forEach(this::escape);
            // whoever knows the object now may assign its fields
            heap.keySet()
                    .removeIf(location ->
                            location.base().equals(value) && !location.field().fixed());
        }
        Operands.parts(value).forEach(this::escape);
    }

    /** All that decides how this path goes on, acquisitions' numbers aside. */
    List<Object> picture() {
        List<Object> picture = new ArrayList<>();
        for (Activation activation : activations) {
            picture.add(activation.pc);
            picture.addAll(activation.contents());
        }
        picture.add(Map.copyOf(heap));
        picture.add(Map.copyOf(recent));
        for (Hold hold : holds) {
            picture.add(hold.anew(0));
        }
        picture.add(interrupt == InterruptFlag.CLEARED);
        return picture;
    }
}
