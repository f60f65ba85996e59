package racecourse.runner;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import racecourse.checks.protocol.Evidence;
import racecourse.checks.protocol.Knot;
import racecourse.checks.protocol.Message;
import racecourse.checks.protocol.OutcomeTable;
import racecourse.checks.protocol.Place;
import racecourse.checks.protocol.Step;
import racecourse.checks.protocol.Timeline;

/** One check's result as a person reads it on a terminal: facts in a fixed order under fixed keys, nothing guessed. */
public final class StudentText {
    private static final int TITLE_WIDTH = 74;
    private static final int KEY_WIDTH = 11;
    private static final int LANE_WIDTH = 30;
    private static final String INDENT = "  ";

    private final Texts texts;
    private final Again again;
    private final boolean colour;

    /**
     * Prepares a renderer for a lab.
     *
     * @param texts the lab's texts
     * @param again the command that repeats a check
     * @param colour whether the terminal shows colours
     */
    public StudentText(Texts texts, Again again, boolean colour) {
        this.texts = texts;
        this.again = again;
        this.colour = colour;
    }

    /**
     * Renders a check.
     *
     * @param check the check
     * @param points its points
     * @param worth how many it is worth
     * @return lines without a line end at the end
     */
    public String render(CheckResult check, Points points, double worth) {
        List<String> lines = new ArrayList<>();
        lines.add(head(check, points, worth));
        Verdict verdict = check.verdict();
        if (verdict instanceof Verdict.Failed failed) {
            failed(lines, Story.of(failed));
            fact(lines, "again", again.command(check.id()));
        } else if (verdict instanceof Verdict.Blocked blocked) {
            lines.add(INDENT + fill("text.blocked", blocked.by()));
        } else if (verdict instanceof Verdict.Inconclusive inconclusive) {
            lines.add(INDENT + fill("text.inconclusive", texts.text(inconclusive.reason())));
        } else if (verdict instanceof Verdict.GraderError error) {
            lines.add(INDENT
                    + fill(
                            "text.grader-error",
                            error.error().lines().findFirst().orElse("")));
        } else if (verdict instanceof Verdict.NotApplicable no) {
            lines.add(INDENT + fill("text.not-applicable", texts.text(no.reason())));
        }
        for (Evidence advice : check.advice()) {
            fact(lines, "advice", texts.text(advice.observed()));
            places(lines, advice.where());
            hint(lines, advice);
        }
        // the first line is the kit's own, and may be coloured
        return Stream.concat(
                        Stream.of(lines.get(0)), lines.stream().skip(1).flatMap(line -> Printable.lines(line).stream()))
                .collect(Collectors.joining("\n"));
    }

    private String head(CheckResult check, Points points, double worth) {
        Verdict verdict = check.verdict();
        String sign = verdict instanceof Verdict.Passed ? "✓" : verdict.isLost() ? "✗" : "?";
        String shade = verdict instanceof Verdict.Passed ? "32" : verdict.isLost() ? "31" : "33";
        String title = check.id() + " — " + texts.text(check.id() + ".title");
        String score = points.undecided() > 0
                ? fill("text.undecided", number(points.undecided()))
                : fill("text.of-points", number(points.earned()), number(worth));
        int gap = Math.max(2, TITLE_WIDTH - title.length());
        String signed = colour ? "\u001b[" + shade + "m" + sign + "\u001b[0m" : sign;
        return signed + " " + title + " ".repeat(gap) + score;
    }

    private void failed(List<String> lines, Story story) {
        fact(lines, "expected", texts.text(story.expected()));
        List<Message> observed = story.observed();
        for (int i = 0; i < observed.size(); i++) {
            fact(lines, i == 0 ? "observed" : "also", texts.text(observed.get(i)));
        }
        places(lines, story.where());
        Timeline timeline = story.timeline();
        if (timeline != null) {
            timeline(lines, timeline);
        }
        OutcomeTable table = story.table();
        if (table != null) {
            table(lines, table);
        }
        Knot knot = story.knot();
        String dump = story.dump();
        if (knot != null) {
            fact(lines, "stuck", String.join("\n", new KnotText(texts).lines(knot, story.since())));
        } else if (dump != null) {
            dump(lines, dump);
        }
        Message why = story.why();
        if (why != null) {
            fact(lines, "why", texts.text(why));
        }
        story.correct().forEach(run -> fact(lines, "correct", texts.text(run)));
        Message hint = story.hint();
        if (hint != null) {
            fact(lines, "try", texts.text(hint));
        }
    }

    private void hint(List<String> lines, Evidence evidence) {
        Message hint = evidence.hint();
        if (hint != null) {
            fact(lines, "try", texts.text(hint));
        }
    }

    private void fact(List<String> lines, String key, String text) {
        String name = texts.text("text." + key);
        String[] parts = text.split("\n", -1);
        lines.add(INDENT + pad(name, KEY_WIDTH) + parts[0]);
        for (int i = 1; i < parts.length; i++) {
            lines.add(INDENT + " ".repeat(KEY_WIDTH) + parts[i]);
        }
    }

    private void places(List<String> lines, List<Place> places) {
        if (places.isEmpty()) {
            return;
        }
        List<String> texts = places.stream().map(this::place).toList();
        fact(lines, "where", String.join("\n", texts));
    }

    private String place(Place place) {
        String text = place.file() + (place.line() > 0 ? ":" + place.line() : "");
        Message remark = place.remark();
        return remark == null ? text : text + "   " + texts.text(remark);
    }

    private void timeline(List<String> lines, Timeline timeline) {
        lines.add("");
        lines.add(INDENT + " ".repeat(KEY_WIDTH) + row(timeline.lanes()));
        for (Step step : timeline.steps()) {
            List<String> cells = new ArrayList<>();
            for (int lane = 0; lane < timeline.lanes().size(); lane++) {
                cells.add(lane == step.lane() ? cell(step) : "");
            }
            Message remark = step.remark();
            String note = remark == null ? "" : "  ← " + texts.text(remark);
            lines.add(INDENT + " ".repeat(KEY_WIDTH) + (row(cells) + note).stripTrailing());
        }
        lines.add("");
    }

    private String cell(Step step) {
        String text = fill("step." + step.action(), step.target(), step.value()).strip();
        Place place = step.place();
        return place == null || place.line() == 0 ? text : text + "   :" + place.line();
    }

    private static String row(List<String> cells) {
        StringBuilder row = new StringBuilder();
        cells.forEach(cell -> row.append(pad(cell, LANE_WIDTH)));
        return row.toString().stripTrailing();
    }

    private void table(List<String> lines, OutcomeTable table) {
        lines.add("");
        for (OutcomeTable.Row row : table.rows()) {
            double share = 100.0 * row.count() / Math.max(1, table.samples());
            lines.add(INDENT
                    + " ".repeat(KEY_WIDTH)
                    + String.format(
                            Locale.ROOT,
                            "%-16s %,12d  %7.3f %%  %-9s  %s",
                            row.outcome(),
                            row.count(),
                            share,
                            texts.text(row.forbidden() ? "text.forbidden" : "text.allowed"),
                            row.meaning()));
        }
        lines.add("");
    }

    private void dump(List<String> lines, String dump) {
        lines.add("");
        dump.lines().forEach(line -> lines.add(INDENT + " ".repeat(KEY_WIDTH) + line));
        lines.add("");
    }

    private String fill(String key, String... arguments) {
        return texts.text(Message.of(key, (Object[]) arguments));
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(Math.max(1, width - text.length()));
    }

    /** Writes points without a fraction where there is none. */
    public static String number(double points) {
        return points == Math.rint(points) ? String.valueOf((long) points) : String.format(Locale.ROOT, "%.2f", points);
    }
}
