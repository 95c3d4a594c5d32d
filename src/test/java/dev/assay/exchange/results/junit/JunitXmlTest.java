package dev.assay.exchange.results.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.exchange.results.SampleReport;
import dev.assay.exchange.results.content.RunReport;
import dev.assay.experiment.ScoredRun;
import dev.assay.experiment.gate.Baseline;
import dev.assay.experiment.gate.NotWorse;
import dev.assay.experiment.gate.ScoreFloor;
import java.io.StringReader;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class JunitXmlTest {
    private static final Baseline FIRST = new Baseline("A", null, List.of(new Baseline.Pairing(0, List.of(1))));
    private final XPath xpath = XPathFactory.newInstance().newXPath();

    private static Document valid(RunReport report) throws Exception {
        String xml = JunitXml.of(report);
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(JunitXmlTest.class.getResource("suites.xsd"))
                .newValidator()
                .validate(new StreamSource(new StringReader(xml)));
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
    }

    private String found(Document document, String path) throws Exception {
        return xpath.evaluate(path, document);
    }

    @Test
    void eachVariantIsASuiteAndEachCaseATestOfItsMetric() throws Exception {
        Document document = valid(SampleReport.gated(SampleReport.comparison(12, 2)));

        assertThat(found(document, "count(//testsuite)")).isEqualTo("2");
        assertThat(found(document, "/testsuites/@tests")).isEqualTo("24");
        assertThat(found(document, "/testsuites/@failures")).isEqualTo("0");
        assertThat(found(document, "//testsuite[2]/@name")).isEqualTo("B: p on offline/brief");
        assertThat(found(document, "//testsuite[2]/testcase[3]/@name")).isEqualTo("case 3: relevance");
        assertThat(found(document, "//testsuite[2]/testcase[3]/@time")).isEqualTo("0.102");
        assertThat(found(document, "//testsuite[1]//property[@name='run.id']/@value"))
                .isEqualTo("r");
        assertThat(found(document, "//testsuite[1]//property[@name='cost.usd']/@value"))
                .isEqualTo("0.012");
    }

    @Test
    void casesFailOnlyWhereTheGateOfTheirVariantDid() throws Exception {
        Document document = valid(SampleReport.gated(
                SampleReport.comparison(12, 2), new ScoreFloor("relevance", 0.6), new NotWorse(FIRST, 0.05, false)));

        assertThat(found(document, "//testsuite[1]/@failures"))
                .as("A has cases below the limit but its mean is not")
                .isEqualTo("0");
        assertThat(found(document, "count(//testsuite[2]/testcase/failure) > 0"))
                .isEqualTo("true");
        assertThat(found(document, "//testsuite[2]/testcase[1]/failure/@message"))
                .isEqualTo("relevance is 0.200, below 0.600");
        assertThat(found(document, "//testsuite[3]/@name")).isEqualTo("gates");
        assertThat(found(document, "count(//testsuite[3]/testcase/failure)")).isEqualTo("2");
    }

    @Test
    void aCallThatFailedIsAnErrorAndACaseWithoutAScoreIsSkipped() throws Exception {
        var run = new ScoredRun(1, 2, 1).failed(0, 0, 0).scored(0, 1, 0, Double.NaN);

        Document document = valid(SampleReport.gated(run.compare()));

        assertThat(found(document, "//testcase[1]/error/@message")).isEqualTo("overloaded: overloaded");
        assertThat(found(document, "//testcase[2]/skipped/@message")).isEqualTo("not scored: unreadable");
        assertThat(found(document, "/testsuites/@errors")).isEqualTo("1");
        assertThat(found(document, "count(//property[@name='cost.usd'])"))
                .as("one answer was priced")
                .isEqualTo("1");
    }

    @Test
    void anUndecidedGateIsSkipped() throws Exception {
        Document document = valid(SampleReport.gated(SampleReport.comparison(5, 2), new NotWorse(FIRST, null, false)));

        assertThat(found(document, "//testsuite[3]/testcase/skipped/@message")).startsWith("Too few cases to call");
    }

    @Test
    void noTextBreaksTheDocument() throws Exception {
        var run = new ScoredRun(2, 1, 1).failed(0, 0, 0).scored(1, 0, 0, 0.1);

        Document document = valid(SampleReport.gated(
                SampleReport.saying(run.compare(), key -> SampleReport.HOSTILE), new ScoreFloor("relevance", 0.5)));

        assertThat(found(document, "//testsuite[1]/testcase/error"))
                .contains("</script><script>alert(1)", "]]>", "\\u0000\\u0007\\u001B[31m", "\\uFFFE \\uD800 end");
        assertThat(found(document, "//testsuite[2]/testcase/failure")).contains("onerror=alert(2)");
    }
}
