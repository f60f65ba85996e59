package racecourse.grader.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import racecourse.grader.run.GradedSubmission;

class JUnitXmlReportTest {
    private final JUnitXmlReport report = new JUnitXmlReport(Samples.RUBRIC, Samples.AGAIN);

    @Test
    void hostileEvidenceLeavesItWellFormed() throws Exception {
        Document xml = read(Samples.ofEveryVerdict(Samples.HOSTILE));

        String failure = first(xml, "failure").getTextContent();
        assertTrue(failure.contains("<script>alert(1)</script> ]]> &"), failure);
        assertFalse(failure.contains("\u001b"), "a control character came through");
    }

    @Test
    void everyCaseHasANameOfItsOwn() throws Exception {
        Document xml = read(Samples.notCompiled("<x>"));

        List<String> names = new ArrayList<>();
        for (Element test : all(xml, "testcase")) {
            names.add(test.getAttribute("classname") + "#" + test.getAttribute("name"));
        }
        assertEquals(new HashSet<>(names).size(), names.size());
        assertTrue(names.size() > 40, names.toString());
        assertTrue(names.contains("bob.counter#counter.no-lost-update"), names.toString());
    }

    @Test
    void countsOfASuiteAreThoseOfItsCases() throws Exception {
        Element suite = first(read(Samples.ofEveryVerdict("x")), "testsuite");

        assertEquals("7", suite.getAttribute("tests"));
        assertEquals("2", suite.getAttribute("failures"));
        assertEquals("1", suite.getAttribute("errors"));
        assertEquals("3", suite.getAttribute("skipped"));
        assertEquals(2, suite.getElementsByTagName("failure").getLength());
        assertEquals(1, suite.getElementsByTagName("error").getLength());
        assertEquals(3, suite.getElementsByTagName("skipped").getLength());
    }

    @Test
    void javacsWordsAreInEveryFailureOfALabThatDoesNotCompile() throws Exception {
        Document xml = read(Samples.notCompiled("int x"));

        String failure = first(xml, "failure").getTextContent();
        assertTrue(failure.contains("lab/counter/MutexCounter.java:7: ';' expected"), failure);
    }

    @Test
    void submissionsNameIsEscaped() throws Exception {
        String name = "a\"<b>&\u0001";

        assertEquals(
                "a\"<b>&\uFFFD", read(Samples.named(name)).getDocumentElement().getAttribute("name"));
    }

    private Document read(GradedSubmission submission) throws Exception {
        byte[] bytes = report.text(submission).getBytes(StandardCharsets.UTF_8);
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(bytes));
    }

    private static Element first(Document xml, String tag) {
        return all(xml, tag).get(0);
    }

    private static List<Element> all(Document xml, String tag) {
        NodeList nodes = xml.getElementsByTagName(tag);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }
}
