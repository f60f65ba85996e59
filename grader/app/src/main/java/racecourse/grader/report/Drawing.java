package racecourse.grader.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import racecourse.checks.protocol.Message;
import racecourse.checks.protocol.Place;
import racecourse.checks.protocol.Step;
import racecourse.checks.protocol.Timeline;
import racecourse.runner.Texts;

/**
 * An interleaving as a drawing: a lane for each thread, from top to bottom, one step a row, what a step means under it.
 *
 * @param width of the drawing
 * @param height of the drawing
 * @param lanes the threads
 * @param steps what they do
 */
public record Drawing(int width, int height, List<Lane> lanes, List<Mark> steps) {
    private static final int ROW = 26;
    private static final int REMARK = 19;
    private static final int TOP = 46;
    private static final int MARGIN = 14;
    /** From the middle of a mark to its text, and from there to the next lane. */
    private static final int BESIDE = 16;

    private static final int GAP = 26;
    /** How wide a letter of the drawing's font may be. */
    private static final double LETTER = 8.5;
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
     * @param lane index of its lane
     * @param kind read, write, lock, unlock, wait, stop or other
     * @param text what it does
     * @param line the line of the source, or empty
     * @param remark what it means, or empty
     * @param remarkX where that is written
     */
    public record Mark(int x, int y, int lane, String kind, String text, String line, String remark, int remarkX) {}

    static Drawing of(Timeline timeline, Texts texts) {
        List<Mark> marks = timeline.steps().stream()
                .limit(MOST)
                .map(step -> mark(step, texts))
                .toList();
        List<Lane> lanes = new ArrayList<>();
        int x = MARGIN;
        for (int i = 0; i < timeline.lanes().size(); i++) {
            int lane = i;
            lanes.add(new Lane(timeline.lanes().get(i), x));
            int letters = marks.stream()
                    .filter(mark -> mark.lane() == lane)
                    .mapToInt(mark -> mark.text().length() + 1 + mark.line().length())
                    .max()
                    .orElse(0);
            x += Math.max(wide(timeline.lanes().get(i).length()), BESIDE + wide(letters)) + GAP;
        }
        int remark =
                marks.stream().mapToInt(mark -> mark.remark().length()).max().orElse(0);
        int width = Math.max(x, wide(remark) + 2 * MARGIN);
        List<Mark> placed = new ArrayList<>();
        int y = TOP;
        for (Mark mark : marks) {
            int at = lanes.get(mark.lane()).x();
            boolean remarked = !mark.remark().isEmpty();
            // beside its mark where there is room to the right, else as far to the left as it needs
            int remarkX = Math.max(
                    MARGIN,
                    Math.min(at + BESIDE, width - MARGIN - wide(mark.remark().length())));
            placed.add(new Mark(
                    at, y, mark.lane(), mark.kind(), mark.text(), mark.line(), mark.remark(), remarked ? remarkX : 0));
            y += ROW + (remarked ? REMARK : 0);
        }
        return new Drawing(width, y + MARGIN, lanes, placed);
    }

    /** Returns the steps in words, for whoever does not see the drawing. */
    public String words() {
        return steps.stream()
                .map(step -> lanes.get(step.lane()).name() + " " + step.text()
                        + (step.line().isEmpty()
                                ? ""
                                : " in line " + step.line().substring(1))
                        + (step.remark().isEmpty() ? "" : " (" + step.remark() + ")"))
                .collect(Collectors.joining("; "));
    }

    private static int wide(int letters) {
        return (int) Math.ceil(letters * LETTER);
    }

    /** A step, not yet in its place. */
    private static Mark mark(Step step, Texts texts) {
        Place place = step.place();
        Message remark = step.remark();
        String text = texts.text(Message.of("step." + step.action(), step.target(), step.value()))
                .strip();
        return new Mark(
                0,
                0,
                step.lane(),
                kind(step.action()),
                text.length() > LONG ? text.substring(0, LONG - 1) + "…" : text,
                place == null || place.line() == 0 ? "" : ":" + place.line(),
                remark == null ? "" : texts.text(remark),
                0);
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
