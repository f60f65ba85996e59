package racecourse.grader.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import racecourse.checks.protocol.Engine;
import racecourse.checks.protocol.Evidence;
import racecourse.checks.protocol.Knot;
import racecourse.checks.protocol.Message;
import racecourse.checks.protocol.Outcome;
import racecourse.checks.protocol.OutcomeTable;
import racecourse.checks.protocol.Place;
import racecourse.checks.protocol.Step;
import racecourse.checks.protocol.Timeline;
import racecourse.runner.CheckResult;
import racecourse.runner.DetectorReport;
import racecourse.runner.KnotText;
import racecourse.runner.Story;
import racecourse.runner.Texts;
import racecourse.runner.Verdict;

/**
 * What a page shows of a check that failed: facts in the order of the house, the lines they are about, the interleaving as
 * a drawing, the outcomes as bars.
 *
 * @param facts expected, observed, also, why, correct, try, again
 * @param excerpts the student's lines
 * @param knot who waits for ever and for what, one sentence a line; empty where nobody does
 * @param circle threads that wait for each other, or {@code null}
 * @param timeline the interleaving, or {@code null}
 * @param tables the outcomes, a table for each engine and scenario
 * @param dump threads that are stuck, or empty
 * @param trace the engine's own text, or empty
 * @param engines which engine says what
 */
public record RaceCard(
        List<Fact> facts,
        List<Excerpt> excerpts,
        List<String> knot,
        @Nullable CircleDrawing circle,
        @Nullable Drawing timeline,
        List<Table> tables,
        String dump,
        String trace,
        List<Fact> engines) {
    private static final int AROUND = 3;
    private static final int FAR = 12;

    public RaceCard {
        facts = List.copyOf(facts);
        excerpts = List.copyOf(excerpts);
        tables = List.copyOf(tables);
        knot = List.copyOf(knot);
        engines = List.copyOf(engines);
    }

    /**
     * A fact.
     *
     * @param key expected, observed, …
     * @param text what it is
     */
    public record Fact(String key, String text) {}

    /**
     * Lines of one file.
     *
     * @param file path below the sources
     * @param lines the lines
     */
    public record Excerpt(String file, List<Line> lines) {}

    /**
     * A line of a source file.
     *
     * @param number from 1
     * @param text the line
     * @param marked whether the evidence names it
     * @param remark what happens there
     */
    public record Line(int number, String text, boolean marked, String remark) {}

    /**
     * A frequency table.
     *
     * @param scenario what was run
     * @param samples how often
     * @param flags the JVM's flags that showed it
     * @param logarithmic whether the bars are on a logarithmic scale
     * @param rows the outcomes
     */
    public record Table(String scenario, String samples, String flags, boolean logarithmic, List<Row> rows) {}

    /**
     * An outcome.
     *
     * @param outcome the result
     * @param forbidden whether the contract forbids it
     * @param meaning what it means
     * @param count how often it was seen
     * @param share in per cent
     * @param bar the length of its bar, 0 to 100
     */
    public record Row(String outcome, boolean forbidden, String meaning, String count, String share, int bar) {}

    /**
     * Makes the card of a check that failed.
     *
     * @param check the check
     * @param failed its verdict
     * @param texts the lab's texts
     * @param again the command that repeats it
     * @param sources lines of the files that evidence names
     * @return the card
     */
    static RaceCard of(
            CheckResult check, Verdict.Failed failed, Texts texts, String again, Map<String, List<String>> sources) {
        Story story = Story.of(failed);
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("expected", texts.text(story.expected())));
        for (Message observed : story.observed()) {
            facts.add(new Fact(facts.size() == 1 ? "observed" : "also", texts.text(observed)));
        }
        Message why = story.why();
        if (why != null) {
            facts.add(new Fact("why", texts.text(why)));
        }
        story.correct().forEach(run -> facts.add(new Fact("correct", texts.text(run))));
        Message hint = story.hint();
        if (hint != null) {
            facts.add(new Fact("try", texts.text(hint)));
        }
        facts.add(new Fact("again", again));
        Timeline timeline = story.timeline();
        Knot knot = story.knot();
        return new RaceCard(
                facts,
                excerpts(story, texts, sources),
                knot == null ? List.of() : new KnotText(texts).lines(knot, story.since()),
                knot == null || knot.circle().isEmpty() ? null : CircleDrawing.of(knot.circle(), texts),
                timeline == null ? null : Drawing.of(timeline, texts),
                failed.evidence().stream()
                        .map(Evidence::table)
                        .filter(Objects::nonNull)
                        .map(RaceCard::table)
                        .toList(),
                Objects.requireNonNullElse(story.dump(), ""),
                timeline == null ? "" : timeline.fullTrace(),
                engines(check, texts));
    }

    private static List<Fact> engines(CheckResult check, Texts texts) {
        List<Fact> engines = new ArrayList<>();
        for (DetectorReport report : check.reports()) {
            String name = report.id().substring(report.id().indexOf('/') + 1);
            engines.add(new Fact(
                    report.engine().name().toLowerCase(Locale.ROOT) + " " + name,
                    says(report.outcome(), texts) + " (" + report.millis() + " ms)" + control(report)));
        }
        return engines;
    }

    private static String says(Outcome outcome, Texts texts) {
        if (outcome instanceof Outcome.Violated) {
            return "violated";
        } else if (outcome instanceof Outcome.Clean) {
            return "saw nothing wrong";
        } else if (outcome instanceof Outcome.Powerless silent) {
            return "no word: " + texts.text(silent.reason());
        } else if (outcome instanceof Outcome.NotApplicable no) {
            return "not here: " + texts.text(no.reason());
        }
        return "failed itself";
    }

    /** Of these two engines every word has its controls; of the others only some have. */
    private static String control(DetectorReport report) {
        boolean controlled = report.engine() == Engine.EXPLORER || report.engine() == Engine.STRESS;
        boolean spoke = report.outcome() instanceof Outcome.Violated || report.outcome() instanceof Outcome.Clean;
        return controlled && spoke ? "; its planted fault was caught, its planted correct class spared" : "";
    }

    private static Table table(OutcomeTable table) {
        long samples = Math.max(1, table.samples());
        long least = table.rows().stream()
                .mapToLong(OutcomeTable.Row::count)
                .filter(count -> count > 0)
                .min()
                .orElse(1);
        boolean logarithmic = least * 100 < samples;
        List<Row> rows = table.rows().stream()
                .map(row -> new Row(
                        row.outcome(),
                        row.forbidden(),
                        row.meaning(),
                        String.format(Locale.ROOT, "%,d", row.count()),
                        String.format(Locale.ROOT, "%.3f %%", 100.0 * row.count() / samples),
                        bar(row.count(), samples, logarithmic)))
                .toList();
        return new Table(
                table.scenario(), String.format(Locale.ROOT, "%,d", table.samples()), table.flags(), logarithmic, rows);
    }

    private static int bar(long count, long samples, boolean logarithmic) {
        if (count == 0) {
            return 0;
        }
        double share =
                logarithmic ? Math.log1p((double) count) / Math.log1p((double) samples) : (double) count / samples;
        return Math.max(1, (int) Math.round(100 * share));
    }

    private static List<Excerpt> excerpts(Story story, Texts texts, Map<String, List<String>> sources) {
        Map<String, TreeMap<Integer, String>> marks = new TreeMap<>();
        Stream.of(story.where().stream(), ofTheKnot(story.knot()), ofTheSteps(story.timeline()))
                .flatMap(places -> places)
                .filter(place -> place.line() > 0)
                .forEach(place -> {
                    Message remark = place.remark();
                    marks.computeIfAbsent(place.file(), file -> new TreeMap<>())
                            .merge(
                                    place.line(),
                                    remark == null ? "" : texts.text(remark),
                                    (old, other) -> old.isEmpty() ? other : old);
                });
        List<Excerpt> excerpts = new ArrayList<>();
        marks.forEach((file, lines) -> {
            List<String> source = sources.get(file);
            if (source != null) {
                excerpts.add(new Excerpt(file, lines(source, lines)));
            }
        });
        return excerpts;
    }

    private static Stream<Place> ofTheSteps(@Nullable Timeline timeline) {
        return timeline == null
                ? Stream.of()
                : timeline.steps().stream().map(Step::place).flatMap(Stream::ofNullable);
    }

    private static Stream<Place> ofTheKnot(@Nullable Knot knot) {
        return knot == null
                ? Stream.of()
                : knot.waiters().stream()
                        .flatMap(waiter -> Stream.concat(
                                Stream.ofNullable(waiter.at()),
                                waiter.holds().stream().map(Knot.Held::since).flatMap(Stream::ofNullable)));
    }

    private static List<Line> lines(List<String> source, TreeMap<Integer, String> marks) {
        TreeSet<Integer> shown = new TreeSet<>();
        int before = -1;
        for (int mark : marks.keySet()) {
            int from = before > 0 && mark - before <= FAR ? before : mark - AROUND;
            for (int line = Math.max(1, from); line <= Math.min(source.size(), mark + AROUND); line++) {
                shown.add(line);
            }
            before = mark;
        }
        return shown.stream()
                .map(line ->
                        new Line(line, source.get(line - 1), marks.containsKey(line), marks.getOrDefault(line, "")))
                .toList();
    }
}
