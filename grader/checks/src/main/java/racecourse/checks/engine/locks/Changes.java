package racecourse.checks.engine.locks;

import racecourse.checks.engine.locks.paths.Event;
import racecourse.checks.engine.locks.paths.Path;

/** Whether something that is not followed may have kept others out. */
final class Changes {
    private Changes() {}

    static boolean before(Path path, int index) {
        return path.events().subList(0, index).stream()
                .anyMatch(event -> event instanceof Event.Changed || event instanceof Event.Waited);
    }
}
