package racecourse.grader.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import racecourse.grader.run.GradedLab;
import racecourse.grader.run.GradedSubmission;

/** A cohort as a table: a line for each submission, RFC 4180. */
public final class ScoresCsv {
    private ScoresCsv() {}

    /**
     * Writes the table.
     *
     * @param graded the submissions that could be graded
     * @param unreadable those that could not, each with the reason
     * @param file the file
     * @throws IOException if it cannot be written
     */
    public static void write(List<GradedSubmission> graded, Map<String, String> unreadable, Path file)
            throws IOException {
        List<String> labs = graded.stream()
                .flatMap(submission -> submission.labs().stream())
                .map(GradedLab::lab)
                .distinct()
                .toList();
        StringBuilder text = new StringBuilder();
        List<String> head = new ArrayList<>(List.of("submission", "earned", "lost", "undecided", "max", "percent"));
        head.addAll(labs);
        head.add("problem");
        line(text, head);
        for (GradedSubmission submission : graded) {
            List<String> cells = new ArrayList<>();
            cells.add(submission.name());
            cells.add(number(submission.points().earned()));
            cells.add(number(submission.points().lost()));
            cells.add(number(submission.points().undecided()));
            cells.add(number(submission.points().max()));
            cells.add(number(submission.percent()));
            for (String lab : labs) {
                cells.add(submission.labs().stream()
                        .filter(own -> own.lab().equals(lab))
                        .map(own -> number(own.points().earned()))
                        .findFirst()
                        .orElse(""));
            }
            cells.add("");
            line(text, cells);
        }
        unreadable.forEach((name, problem) -> {
            List<String> cells = new ArrayList<>(List.of(name, "", "", "", "", ""));
            labs.forEach(lab -> cells.add(""));
            cells.add(problem.lines().findFirst().orElse(""));
            line(text, cells);
        });
        WholeFile.write(file, text.toString());
    }

    private static void line(StringBuilder text, List<String> cells) {
        text.append(String.join(",", cells.stream().map(ScoresCsv::cell).toList()))
                .append("\r\n");
    }

    /** A name that a spreadsheet would take for a formula is made a text. */
    private static String cell(String text) {
        String safe = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return safe.matches("[^\",\r\n]*") ? safe : "\"" + safe.replace("\"", "\"\"") + "\"";
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
