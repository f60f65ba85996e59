package racecourse.grader.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import racecourse.checks.protocol.Message;
import racecourse.checks.protocol.Place;
import racecourse.checks.protocol.Step;
import racecourse.checks.protocol.Timeline;
import racecourse.runner.Texts;

/**
 * An interleaving as a drawing: a lane for each thread, from top to bottom, one step a row.
 *
 * @param width of the drawing
 * @param height of the drawing
 * @param remarks where remarks begin
 * @param lanes the threads
 * @param steps what they do
 */
public record Drawing(int width, int height, int remarks, List<Lane> lanes, List<Mark> steps) {
    private static final int LANE = 230;
    private static final int REMARKS = 240;
    private static final int ROW = 26;
    private static final int TOP = 44;
    private static final int MARGIN = 14;
    /** What one glance takes in; the whole is folded below. */
    private static final int MOST = 40;

    private static final int LONG = 30;

    public Drawing {
        lanes = List.copyOf(lanes);
        steps = List.copyOf(steps);
    }

    /**
     * A thread's lane.
     *
     * @param name the thread
     * @param x where it is
     */
    public record Lane(String name, int x) {}

    /**
     * A step.
     *
     * @param x where it is
     * @param y where it is
     * @param kind read, write, lock, unlock, wait, stop or other
     * @param text what it does
     * @param line the line of the source, or empty
     * @param remark what it means, or empty
     */
    public record Mark(int x, int y, String kind, String text, String line, String remark) {}

    static Drawing of(Timeline timeline, Texts texts) {
        List<Lane> lanes = new ArrayList<>();
        for (String name : timeline.lanes()) {
            lanes.add(new Lane(name, MARGIN + lanes.size() * LANE));
        }
        List<Mark> marks = new ArrayList<>();
        List<Step> steps =
                timeline.steps().subList(0, Math.min(MOST, timeline.steps().size()));
        for (Step step : steps) {
            Place place = step.place();
            Message remark = step.remark();
            String text = texts.text(Message.of("step." + step.action(), step.target(), step.value()))
                    .strip();
            marks.add(new Mark(
                    MARGIN + step.lane() * LANE,
                    TOP + marks.size() * ROW,
                    kind(step.action()),
                    text.length() > LONG ? text.substring(0, LONG - 1) + "…" : text,
                    place == null || place.line() == 0 ? "" : ":" + place.line(),
                    remark == null ? "" : texts.text(remark)));
        }
        boolean remarked = marks.stream().anyMatch(mark -> !mark.remark().isEmpty());
        int remarks = MARGIN + lanes.size() * LANE;
        return new Drawing(
                remarks + (remarked ? REMARKS : 0), TOP + marks.size() * ROW + MARGIN, remarks, lanes, marks);
    }

    private static String kind(Step.Action action) {
        return switch (action) {
            case READ, WRITE, LOCK, UNLOCK, WAIT -> action.name().toLowerCase(Locale.ROOT);
            case BLOCKED -> "wait";
            case NOTIFY -> "unlock";
            case THROW, INTERRUPT -> "stop";
            default -> "other";
        };
    }
}
