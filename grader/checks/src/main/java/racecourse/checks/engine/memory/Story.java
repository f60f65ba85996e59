package racecourse.checks.engine.memory;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import racecourse.checks.engine.memory.Memory.Seen;
import racecourse.checks.protocol.Message;
import racecourse.checks.protocol.Place;
import racecourse.checks.protocol.Step;
import racecourse.checks.protocol.Step.Action;
import racecourse.checks.protocol.Timeline;

/** What happened in a run, as a reader is told it. */
final class Story {
    private static final int MOST_STEPS = 40;

    private final List<String> lanes = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();
    private final List<Old> old = new ArrayList<>();
    private final List<Place> races = new ArrayList<>();

    /** A read that was given an older value. */
    private record Old(Seen seen, String at) {}

    void call(String lane, String text) {
        add(lane, Action.CALL, text, "", "", null);
    }

    void returns(String lane, String text, @Nullable Object result) {
        if (result != null) {
            add(lane, Action.RETURN, "", String.valueOf(result), "", null);
        }
    }

    void read(String lane, String name, @Nullable Object value, String at, boolean isOld) {
        add(lane, Action.READ, simple(name), text(value), at, isOld ? Message.of("engine.memory.old") : null);
    }

    void write(String lane, String name, @Nullable Object value, String at) {
        add(lane, Action.WRITE, simple(name), text(value), at, null);
    }

    void lock(String lane, String at) {
        add(lane, Action.LOCK, "", "", at, null);
    }

    void unlock(String lane, String at) {
        add(lane, Action.UNLOCK, "", "", at, null);
    }

    void old(Seen seen, String at) {
        old.add(new Old(seen, at));
    }

    /** Two changes of one collection that nothing orders. */
    void raced(String first, String second) {
        if (races.isEmpty()) {
            add(races, first, Message.of("engine.memory.changed-here"));
            add(races, second, Message.of("engine.memory.changed-too"));
        }
    }

    /** Returns where a collection is changed by two threads that nothing orders; none if it is not. */
    List<Place> races() {
        return List.copyOf(races);
    }

    private void add(String lane, Action action, String target, String value, String at, @Nullable Message remark) {
        if (lane.isEmpty() || steps.size() >= MOST_STEPS) {
            return;
        }
        if (!lanes.contains(lane)) {
            lanes.add(lane);
        }
        steps.add(new Step(lanes.indexOf(lane), action, target, value, place(at, null), remark));
    }

    boolean hasOld() {
        return !old.isEmpty();
    }

    /** Returns the first field that was seen with an old value. */
    String oldName() {
        return simple(old.get(0).seen().name());
    }

    Timeline timeline() {
        return new Timeline(lanes.stream().map(lane -> "thread " + lane).toList(), steps, "");
    }

    /** Returns the lines that race; where none does, those that read or write. */
    List<Place> places() {
        List<Place> places = new ArrayList<>();
        for (Old one : old) {
            add(
                    places,
                    one.seen().latest().at(),
                    Message.of("engine.memory.written-here", simple(one.seen().name())));
            add(
                    places,
                    one.at(),
                    Message.of("engine.memory.read-here", simple(one.seen().name())));
        }
        if (places.isEmpty()) {
            steps.stream()
                    .map(Step::place)
                    .filter(place -> place != null)
                    .distinct()
                    .limit(4)
                    .forEach(places::add);
        }
        return places.stream().distinct().limit(4).toList();
    }

    private static void add(List<Place> places, String at, Message remark) {
        Place place = place(at, remark);
        if (place != null) {
            places.add(place);
        }
    }

    static @Nullable Place place(String at, @Nullable Message remark) {
        int colon = at.lastIndexOf(':');
        return colon <= 0 ? null : new Place(at.substring(0, colon), Integer.parseInt(at.substring(colon + 1)), remark);
    }

    private static String simple(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static String text(@Nullable Object value) {
        if (value == null || value instanceof Number || value instanceof Boolean || value instanceof Character) {
            return String.valueOf(value);
        }
        String type = value.getClass().getName();
        return type.startsWith("java.util.Optional")
                ? value.toString()
                : "a " + value.getClass().getSimpleName();
    }
}
