package racecourse.grader.report;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import racecourse.checks.protocol.Knot;
import racecourse.checks.protocol.Message;
import racecourse.checks.protocol.Place;
import racecourse.runner.Texts;

/**
 * A deadlock as a drawing: threads and locks in turns on a ring, an arrow from each thread to the lock that it wants and
 * from each lock to the thread that has it.
 *
 * @param width of the drawing
 * @param height of the drawing
 * @param nodes threads and locks
 * @param arrows who wants what, and who has it
 */
public record CircleDrawing(int width, int height, List<Node> nodes, List<Arrow> arrows) {
    private static final int WIDTH = 620;
    private static final int NODE_WIDTH = 150;
    private static final int NODE_HEIGHT = 34;
    private static final int RADIUS_X = (WIDTH - NODE_WIDTH) / 2 - 10;
    /** The ring is as high as this for each thread on it. */
    private static final int HIGH = 50;

    private static final int HEAD = 12;
    private static final double SPREAD = 0.4;
    private static final int MARGIN = 14;
    private static final double LETTER = 8.5;
    private static final int ROOM = 16;

    public CircleDrawing {
        nodes = List.copyOf(nodes);
        arrows = List.copyOf(arrows);
    }

    /**
     * A thread or a lock.
     *
     * @param name its name
     * @param isThread whether it is a thread
     * @param x of its middle
     * @param y of its middle
     * @param width of its box
     * @param height of its box
     */
    public record Node(String name, boolean isThread, int x, int y, int width, int height) {
        /** Returns the left edge. */
        public int left() {
            return x - width / 2;
        }

        /** Returns the upper edge. */
        public int top() {
            return y - height / 2;
        }
    }

    /**
     * An arrow between two boxes.
     *
     * @param wants whether it goes from a thread to the lock that it waits for
     * @param text what is written beside it
     * @param x1 where it begins
     * @param y1 where it begins
     * @param x2 where it ends
     * @param y2 where it ends
     */
    public record Arrow(boolean wants, String text, int x1, int y1, int x2, int y2) {
        /** Returns where the text is. */
        public int textX() {
            return (x1 + x2) / 2;
        }

        /** Returns the corners of its head. */
        public String head() {
            double angle = Math.atan2(y2 - y1, x2 - x1);
            return point(x2, y2, 0, angle) + " " + point(x2, y2, Math.PI - SPREAD, angle) + " "
                    + point(x2, y2, Math.PI + SPREAD, angle);
        }

        private static String point(int x, int y, double turn, double angle) {
            int far = turn == 0 ? 1 : HEAD;
            return Math.round(x + far * Math.cos(angle + turn)) + "," + Math.round(y + far * Math.sin(angle + turn));
        }

        /** Returns where the text is. */
        public int textY() {
            return (y1 + y2) / 2 + 5;
        }
    }

    static CircleDrawing of(List<Knot.Waiter> circle, Texts texts) {
        int radius = HIGH * circle.size();
        int height = 2 * radius + NODE_HEIGHT + 2 * MARGIN;
        List<Node> nodes = new ArrayList<>();
        int count = 2 * circle.size();
        for (int i = 0; i < count; i++) {
            // the first thread at the left, then clockwise
            double angle = Math.PI + 2 * Math.PI * i / count;
            Knot.Waiter waiter = circle.get(i / 2);
            boolean isThread = i % 2 == 0;
            String name = isThread ? waiter.thread() : waiter.lock();
            nodes.add(new Node(
                    name,
                    isThread,
                    WIDTH / 2 + (int) Math.round(RADIUS_X * Math.cos(angle)),
                    height / 2 + (int) Math.round(radius * Math.sin(angle)),
                    Math.min(NODE_WIDTH + 80, Math.max(110, (int) (LETTER * name.length()) + ROOM)),
                    NODE_HEIGHT));
        }
        List<Arrow> arrows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Knot.Waiter waiter = circle.get(i / 2);
            Knot.Waiter holder = circle.get((i / 2 + 1) % circle.size());
            boolean wants = i % 2 == 0;
            Place place = wants ? waiter.at() : since(holder, waiter.lock());
            arrows.add(arrow(
                    nodes.get(i),
                    nodes.get((i + 1) % count),
                    wants,
                    says(wants, place == null || place.line() == 0 ? "" : ":" + place.line(), texts)));
        }
        return new CircleDrawing(WIDTH, height, nodes, arrows);
    }

    private static String says(boolean wants, String line, Texts texts) {
        if (wants) {
            return (texts.text("knot.wants") + " " + line).strip();
        }
        return line.isEmpty() ? texts.text("knot.has") : texts.text(Message.of("knot.has-since", line));
    }

    private static @Nullable Place since(Knot.Waiter holder, String lock) {
        for (Knot.Held held : holder.holds()) {
            if (held.lock().equals(lock)) {
                return held.since();
            }
        }
        return null;
    }

    /** From edge to edge: where the line between the middles crosses the boxes. */
    private static Arrow arrow(Node from, Node to, boolean wants, String text) {
        double dx = to.x() - from.x();
        double dy = to.y() - from.y();
        double out = edge(from, dx, dy);
        double in = edge(to, dx, dy) + 0.03;
        return new Arrow(
                wants,
                text,
                (int) Math.round(from.x() + dx * out),
                (int) Math.round(from.y() + dy * out),
                (int) Math.round(to.x() - dx * in),
                (int) Math.round(to.y() - dy * in));
    }

    private static double edge(Node node, double dx, double dy) {
        double across = dx == 0 ? 1 : node.width() / 2.0 / Math.abs(dx);
        double along = dy == 0 ? 1 : node.height() / 2.0 / Math.abs(dy);
        return Math.min(across, along);
    }
}
