package racecourse.checks.engine.locks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import racecourse.checks.engine.locks.paths.Event;
import racecourse.checks.engine.locks.paths.Hold;
import racecourse.checks.engine.locks.paths.Location;
import racecourse.checks.engine.locks.paths.Operand;
import racecourse.checks.engine.locks.paths.Operands;
import racecourse.checks.engine.locks.paths.Path;

/** What is written back was read in the same critical section. */
final class OneSection implements Rule {
    @Override
    public String id() {
        return "locks.one-section";
    }

    @Override
    public String because() {
        return "n calls from any threads take exactly n off";
    }

    @Override
    public List<String> says() {
        return List.of("section-missing", "section-split", "section-lets-others-in", "file-lock-does-not-span");
    }

    /** A read and the write that was computed from it. */
    record Pair(
            int readAt, int writeAt, Event read, Event write, List<Hold> atRead, List<Hold> atWrite, String field) {}

    @Override
    public List<Finding> findings(Inquiry inquiry) {
        List<Finding> found = new ArrayList<>();
        for (Path path : inquiry.takingPaths()) {
            for (Pair pair : pairs(inquiry, path)) {
                if (!path.isCertainUntil(pair.writeAt()) || Changes.before(path, pair.writeAt())) {
                    continue;
                }
                List<Hold> spanning = pair.atWrite().stream()
                        .filter(hold -> pair.atRead().stream().anyMatch(other -> other.number() == hold.number()))
                        .toList();
                if (spanning.stream().allMatch(Hold::isPorous)) {
                    found.add(finding(inquiry, pair, spanning));
                } else if (inquiry.needsFileLock()
                        && spanning.stream()
                                .noneMatch(hold -> hold.kind() == Hold.Kind.FILE && hold.mode() == Hold.Mode.WRITE)) {
                    found.add(inquiry.violation(
                                    this, "file-lock-does-not-span", pair.read().at())
                            .field(pair.field())
                            .also(pair.write().at(), "written", pair.field())
                            .saying());
                }
            }
        }
        return found;
    }

    private Finding finding(Inquiry inquiry, Pair pair, List<Hold> spanning) {
        boolean neither = pair.atRead().isEmpty() && pair.atWrite().isEmpty();
        String stem = !spanning.isEmpty() ? "section-lets-others-in" : neither ? "section-missing" : "section-split";
        List<Hold> named = !spanning.isEmpty() ? spanning : !pair.atWrite().isEmpty() ? pair.atWrite() : pair.atRead();
        return inquiry.violation(this, stem, pair.read().at())
                .field(pair.field())
                .lock(named.isEmpty() ? "" : inquiry.name(named.get(0)))
                .also(pair.write().at(), "written", pair.field())
                .saying();
    }

    /** Finds what is written back, and where it was read. */
    static List<Pair> pairs(Inquiry inquiry, Path path) {
        List<Pair> pairs = new ArrayList<>();
        List<Event> events = path.events();
        for (int j = 0; j < events.size(); j++) {
            Event event = events.get(j);
            if (event instanceof Event.Written written && inquiry.number().contains(written.location())) {
                for (int i = j - 1; i >= 0; i--) {
                    if (events.get(i) instanceof Event.Read read
                            && read.location().equals(written.location())
                            && isFrom(written.value(), read.result(), path.heap())) {
                        String field = inquiry.name(read.location());
                        pairs.add(new Pair(i, j, read, written, read.holds(), written.holds(), field));
                        break;
                    }
                }
            } else if (event instanceof Event.StoreWritten written) {
                for (int i = j - 1; i >= 0; i--) {
                    if (events.get(i) instanceof Event.StoreRead read
                            && read.store().equals(written.store())
                            && isFrom(written.value(), read.result(), path.heap())) {
                        String field = inquiry.name(read.store());
                        pairs.add(new Pair(i, j, read, written, read.holds(), written.holds(), field));
                        break;
                    }
                }
            }
        }
        return pairs;
    }

    private static boolean isFrom(Operand written, Operand read, Map<Location, Operand> heap) {
        return !written.equals(read) && Operands.mentions(written, read, heap);
    }
}
