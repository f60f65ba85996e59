package racecourse.grader.report;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import racecourse.grader.run.GradedLab;
import racecourse.grader.run.GradedSubmission;
import racecourse.runner.Again;
import racecourse.runner.CheckResult;
import racecourse.runner.DetectorReport;
import racecourse.runner.Rubric;
import racecourse.runner.StudentText;
import racecourse.runner.Texts;
import racecourse.runner.Verdict;

/** A graded submission as JUnit XML: a suite for each lab, a case for each check. CI systems show it as tests. */
public final class JUnitXmlReport {
    private static final double MILLIS = 1000.0;

    private final Rubric rubric;
    private final Again again;

    /**
     * Prepares.
     *
     * @param rubric the points
     * @param again the command that repeats a check
     */
    public JUnitXmlReport(Rubric rubric, Again again) {
        this.rubric = rubric;
        this.again = again;
    }

    /**
     * Writes a submission's result.
     *
     * @param submission the submission
     * @param file the file
     * @throws IOException if it cannot be written
     */
    public void write(GradedSubmission submission, Path file) throws IOException {
        WholeFile.write(file, text(submission));
    }

    String text(GradedSubmission submission) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeCharacters("\n");
            xml.writeStartElement("testsuites");
            xml.writeAttribute("name", legal(submission.name()));
            for (GradedLab lab : submission.labs()) {
                suite(xml, submission, lab);
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("written to memory", e);
        }
        return text + "\n";
    }

    private void suite(XMLStreamWriter xml, GradedSubmission submission, GradedLab lab) throws XMLStreamException {
        long failures = lab.result().checks().stream()
                .filter(check -> check.verdict().isLost())
                .count();
        long skipped = lab.result().checks().stream()
                .filter(check -> !check.verdict().isLost() && !(check.verdict() instanceof Verdict.Passed))
                .filter(check -> !(check.verdict() instanceof Verdict.GraderError))
                .count();
        long errors = lab.result().checks().stream()
                .filter(check -> check.verdict() instanceof Verdict.GraderError)
                .count();
        xml.writeCharacters("\n  ");
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", legal(submission.name() + "." + lab.lab()));
        xml.writeAttribute("tests", Integer.toString(lab.result().checks().size()));
        xml.writeAttribute("failures", Long.toString(failures));
        xml.writeAttribute("errors", Long.toString(errors));
        xml.writeAttribute("skipped", Long.toString(skipped));
        Texts texts = Texts.of(lab.lab(), Locale.ENGLISH);
        for (CheckResult check : lab.result().checks()) {
            testCase(xml, submission, lab, check, texts);
        }
        xml.writeCharacters("\n  ");
        xml.writeEndElement();
        xml.writeCharacters("\n");
    }

    private void testCase(
            XMLStreamWriter xml, GradedSubmission submission, GradedLab lab, CheckResult check, Texts texts)
            throws XMLStreamException {
        long millis = check.reports().stream().mapToLong(DetectorReport::millis).sum();
        xml.writeCharacters("\n    ");
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", legal(submission.name() + "." + lab.lab()));
        xml.writeAttribute("name", check.id());
        xml.writeAttribute("time", String.format(Locale.ROOT, "%.3f", millis / MILLIS));
        Verdict verdict = check.verdict();
        if (!(verdict instanceof Verdict.Passed)) {
            String tag = verdict.isLost() ? "failure" : verdict instanceof Verdict.GraderError ? "error" : "skipped";
            xml.writeStartElement(tag);
            xml.writeAttribute("message", legal(texts.text(check.id() + ".title")));
            if (!tag.equals("skipped")) {
                xml.writeAttribute("type", JsonReport.verdictWord(verdict));
            }
            xml.writeCharacters(legal(body(lab, check, texts)));
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private String body(GradedLab lab, CheckResult check, Texts texts) {
        if (lab.status() == GradedLab.Status.NOT_COMPILED) {
            return "does not compile\n"
                    + String.join(
                            "\n",
                            lab.problems().stream()
                                    .map(problem -> problem.text())
                                    .toList());
        }
        return new StudentText(texts, again, false)
                .render(
                        check,
                        rubric.points(lab.lab(), check),
                        rubric.worth(lab.lab(), check.id()).points());
    }

    /** XML has no way to write most control characters, escaped or not. */
    private static String legal(String text) {
        return text.codePoints()
                .map(c -> isLegal(c) ? c : 0xFFFD)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isLegal(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= 0x20 && c <= 0xD7FF)
                || (c >= 0xE000 && c <= 0xFFFD)
                || c >= 0x10000;
    }
}
