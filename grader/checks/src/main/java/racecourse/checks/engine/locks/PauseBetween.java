package racecourse.checks.engine.locks;

import java.util.ArrayList;
import java.util.List;
import racecourse.checks.engine.locks.paths.Event;
import racecourse.checks.engine.locks.paths.Event.Paused;
import racecourse.checks.engine.locks.paths.Path;

/** The pause comes after the read and before the write. */
final class PauseBetween implements Rule {
    @Override
    public String id() {
        return "locks.pause-between-read-and-write";
    }

    @Override
    public String because() {
        return "the pause is called between reading shared state and writing it back; what it throws leaves nothing changed";
    }

    @Override
    public List<String> says() {
        return List.of("pause-before-read", "write-before-pause");
    }

    @Override
    public List<Finding> findings(Inquiry inquiry) {
        List<Finding> found = new ArrayList<>();
        for (Path path : inquiry.takingPaths()) {
            List<Event> events = path.events();
            for (OneSection.Pair pair : OneSection.pairs(inquiry, path)) {
                if (!path.isCertainUntil(pair.writeAt())) {
                    continue;
                }
                for (int k = 0; k < pair.readAt(); k++) {
                    if (events.get(k) instanceof Paused paused && !reads(inquiry, events.subList(0, k))) {
                        found.add(inquiry.violation(this, "pause-before-read", paused.at())
                                .field(pair.field())
                                .also(pair.read().at(), "read", pair.field())
                                .saying());
                        break;
                    }
                }
                changedAlthoughThrown(inquiry, path, pair, found);
            }
        }
        return found;
    }

    private static boolean reads(Inquiry inquiry, List<Event> events) {
        return events.stream()
                .anyMatch(event -> event instanceof Event.StoreRead
                        || (event instanceof Event.Read read && inquiry.number().contains(read.location())));
    }

    private void changedAlthoughThrown(Inquiry inquiry, Path path, OneSection.Pair pair, List<Finding> found) {
        List<Event> events = path.events();
        if (!path.isCertain() || path.ending() != Path.Ending.THROWS) {
            return;
        }
        boolean repaired = events.subList(pair.writeAt() + 1, events.size()).stream()
                .anyMatch(event -> event instanceof Event.Written || event instanceof Event.StoreWritten);
        for (int k = pair.writeAt() + 1; k + 1 < events.size() && !repaired; k++) {
            if (events.get(k) instanceof Paused paused && events.get(k + 1) instanceof Event.Threw) {
                found.add(inquiry.violation(this, "write-before-pause", paused.at())
                        .field(pair.field())
                        .also(pair.write().at(), "written", pair.field())
                        .saying());
                return;
            }
        }
    }
}
