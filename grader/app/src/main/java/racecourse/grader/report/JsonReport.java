package racecourse.grader.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import racecourse.checks.protocol.Evidence;
import racecourse.checks.protocol.Knot;
import racecourse.checks.protocol.Message;
import racecourse.checks.protocol.Outcome;
import racecourse.checks.protocol.OutcomeTable;
import racecourse.checks.protocol.Place;
import racecourse.checks.protocol.Step;
import racecourse.checks.protocol.Timeline;
import racecourse.grader.compile.CompileProblem;
import racecourse.grader.run.GradedLab;
import racecourse.grader.run.GradedSubmission;
import racecourse.runner.CheckResult;
import racecourse.runner.DetectorReport;
import racecourse.runner.Points;
import racecourse.runner.Rubric;
import racecourse.runner.Texts;
import racecourse.runner.Verdict;

/** A graded submission as {@code result.json}, version {@value #SCHEMA} of the schema {@code result.schema.json}. */
public final class JsonReport {
    static final int SCHEMA = 1;

    private static final ObjectMapper MAPPER = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final Rubric rubric;
    private final RunFacts facts;

    /**
     * Prepares.
     *
     * @param rubric the points
     * @param facts where and how it was graded
     */
    public JsonReport(Rubric rubric, RunFacts facts) {
        this.rubric = rubric;
        this.facts = facts;
    }

    /**
     * Writes a submission's result.
     *
     * @param submission the submission
     * @param file the file
     * @throws IOException if it cannot be written; there is no half file then
     */
    public void write(GradedSubmission submission, Path file) throws IOException {
        WholeFile.write(file, text(submission));
    }

    String text(GradedSubmission submission) {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("schema", SCHEMA);
        root.put("submission", submission.name());
        // absolute, for whoever replays it from elsewhere
        root.put(
                "directory",
                Path.of(submission.directory()).toAbsolutePath().normalize().toString());
        root.put("contentHash", submission.contentHash());
        root.putPOJO("run", MAPPER.valueToTree(facts));
        root.set("points", points(submission.points()));
        root.put("percent", submission.percent());
        root.put("percentOfDecided", submission.percentOfDecided());
        submission.remarks().forEach(root.putArray("remarks")::add);
        submission.millis().forEach(root.putObject("millis")::put);
        ArrayNode labs = root.putArray("labs");
        submission.labs().forEach(lab -> lab(labs.addObject(), lab));
        try {
            return MAPPER.writeValueAsString(root) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of texts and numbers", e);
        }
    }

    private static ObjectNode points(Points points) {
        return MAPPER.createObjectNode()
                .put("earned", points.earned())
                .put("lost", points.lost())
                .put("undecided", points.undecided())
                .put("max", points.max());
    }

    private void lab(ObjectNode node, GradedLab lab) {
        node.put("lab", lab.lab());
        node.put("status", word(lab.status().name()));
        node.put("sourceHash", lab.sourceHash());
        node.set("points", points(lab.points()));
        ArrayNode problems = node.putArray("problems");
        for (CompileProblem problem : lab.problems()) {
            problems.addObject()
                    .put("file", problem.file())
                    .put("line", problem.line())
                    .put("message", problem.message());
        }
        lab.result().warnings().forEach(node.putArray("warnings")::add);
        node.put("printed", lab.result().printed());
        Texts texts = Texts.of(lab.lab(), Locale.ENGLISH);
        ArrayNode checks = node.putArray("checks");
        lab.result().checks().forEach(check -> check(checks.addObject(), lab.lab(), check, texts));
    }

    private void check(ObjectNode node, String lab, CheckResult check, Texts texts) {
        node.put("id", check.id());
        node.put("title", texts.text(check.id() + ".title"));
        Verdict verdict = check.verdict();
        node.put("verdict", verdictWord(verdict));
        node.put("reason", reason(verdict, texts));
        node.set("points", points(rubric.points(lab, check)));
        ArrayNode evidence = node.putArray("evidence");
        if (verdict instanceof Verdict.Failed) {
            check.reports().forEach(report -> evidence(evidence, report, texts));
        }
        ArrayNode advice = node.putArray("advice");
        check.advice().forEach(piece -> evidence(advice.addObject(), piece, texts));
        ArrayNode detectors = node.putArray("detectors");
        for (DetectorReport report : check.reports()) {
            detectors
                    .addObject()
                    .put("id", report.id())
                    .put("engine", word(report.engine().name()))
                    .put("outcome", outcomeWord(report.outcome()))
                    .put("millis", report.millis());
        }
    }

    static String verdictWord(Verdict verdict) {
        if (verdict instanceof Verdict.Passed) {
            return "passed";
        } else if (verdict instanceof Verdict.Failed) {
            return "failed";
        } else if (verdict instanceof Verdict.Blocked) {
            return "blocked";
        } else if (verdict instanceof Verdict.Inconclusive) {
            return "inconclusive";
        } else if (verdict instanceof Verdict.NotApplicable) {
            return "not applicable";
        }
        return "grader error";
    }

    static String reason(Verdict verdict, Texts texts) {
        if (verdict instanceof Verdict.Blocked blocked) {
            return blocked.by();
        } else if (verdict instanceof Verdict.Inconclusive inconclusive) {
            return texts.text(inconclusive.reason());
        } else if (verdict instanceof Verdict.NotApplicable no) {
            return texts.text(no.reason());
        } else if (verdict instanceof Verdict.GraderError error) {
            return error.error();
        }
        return "";
    }

    private static String outcomeWord(Outcome outcome) {
        return word(outcome.getClass().getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "_"));
    }

    /** A verdict's evidence is that of its detectors, one after the other; here each piece says whose it is. */
    private static void evidence(ArrayNode all, DetectorReport report, Texts texts) {
        if (report.outcome() instanceof Outcome.Violated violated) {
            for (Evidence piece : violated.evidence()) {
                ObjectNode node = all.addObject().put("detector", report.id());
                piece.observed().arguments().forEach(node.putArray("arguments")::add);
                evidence(node, piece, texts);
            }
        }
    }

    private static void evidence(ObjectNode node, Evidence evidence, Texts texts) {
        node.put("expected", texts.text(evidence.expected()));
        node.put("observed", texts.text(evidence.observed()));
        node.put("kind", evidence.observed().key());
        places(node.putArray("where"), evidence.where(), texts);
        Timeline timeline = evidence.timeline();
        if (timeline != null) {
            timeline(node.putObject("timeline"), timeline, texts);
        }
        OutcomeTable table = evidence.table();
        if (table != null) {
            node.set("outcomes", MAPPER.valueToTree(table));
        }
        Knot knot = evidence.knot();
        if (knot != null) {
            knot(node.putObject("stuck"), knot);
        }
        put(node, "threads", evidence.dump());
        put(node, "why", text(evidence.why(), texts));
        put(node, "try", text(evidence.hint(), texts));
    }

    private static void places(ArrayNode node, List<Place> places, Texts texts) {
        for (Place place : places) {
            ObjectNode entry = node.addObject().put("file", place.file()).put("line", place.line());
            put(entry, "remark", text(place.remark(), texts));
        }
    }

    private static void knot(ObjectNode node, Knot knot) {
        ArrayNode waiters = node.putArray("waiting");
        for (Knot.Waiter waiter : knot.waiters()) {
            ObjectNode entry = waiters.addObject()
                    .put("thread", waiter.thread())
                    .put("for", word(waiter.want().name()));
            put(entry, "lock", waiter.lock().isEmpty() ? null : waiter.lock());
            put(entry, "heldBy", waiter.holder().isEmpty() ? null : waiter.holder());
            line(entry, waiter.at());
            ArrayNode holds = entry.putArray("holds");
            for (Knot.Held held : waiter.holds()) {
                line(holds.addObject().put("lock", held.lock()), held.since());
            }
        }
        ArrayNode circle = node.putArray("circle");
        knot.circle().forEach(waiter -> circle.add(waiter.thread()));
        knot.ended().forEach(node.putArray("ended")::add);
    }

    private static void line(ObjectNode node, @Nullable Place place) {
        if (place != null) {
            node.put("file", place.file()).put("line", place.line());
        }
    }

    private static void timeline(ObjectNode node, Timeline timeline, Texts texts) {
        timeline.lanes().forEach(node.putArray("lanes")::add);
        ArrayNode steps = node.putArray("steps");
        for (Step step : timeline.steps()) {
            ObjectNode entry = steps.addObject()
                    .put("lane", step.lane())
                    .put("action", word(step.action().name()))
                    .put("target", step.target())
                    .put("value", step.value());
            line(entry, step.place());
            put(entry, "remark", text(step.remark(), texts));
        }
        put(node, "fullTrace", timeline.fullTrace().isEmpty() ? null : timeline.fullTrace());
    }

    private static @Nullable String text(@Nullable Message message, Texts texts) {
        return message == null ? null : texts.text(message);
    }

    private static void put(ObjectNode node, String key, @Nullable String text) {
        if (text != null) {
            node.put(key, text);
        }
    }

    private static String word(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
