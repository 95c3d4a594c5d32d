package dev.assay.exchange.results.junit;

import dev.assay.exchange.results.content.Figures;
import dev.assay.exchange.results.content.RunReport;
import dev.assay.exchange.results.junit.TestOutcome.Kind;
import dev.assay.experiment.VariantSummary;
import dev.assay.experiment.gate.GateResult;
import dev.assay.history.Run;
import java.io.StringWriter;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** Writes a run as JUnit XML in the shape that Jenkins and its like read: a suite a variant, and one of the gates. */
public final class JunitXml {
    private final RunReport report;
    private final Run run;
    private final XMLStreamWriter xml;

    private JunitXml(RunReport report, XMLStreamWriter xml) {
        this.report = report;
        this.run = report.comparison().run();
        this.xml = xml;
    }

    /** The whole document. */
    public static String of(RunReport report) {
        var text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
            new JunitXml(report, xml).write();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("Text in memory can always be written", e);
        }
        return text.append('\n').toString();
    }

    private record Suite(String name, @Nullable VariantSummary summary, List<TestOutcome> tests) {
        long count(Kind kind) {
            return tests.stream().filter(test -> test.kind() == kind).count();
        }

        Duration took() {
            return tests.stream().map(TestOutcome::took).reduce(Duration.ZERO, Duration::plus);
        }
    }

    private List<Suite> suites() {
        var suites = new ArrayList<Suite>();
        var tests = new VariantTests(report);
        for (int i = 0; i < run.variants().size(); i++) {
            var summary = report.comparison().variants().get(i);
            var variant = summary.variant();
            String name = variant.label() + ": " + variant.prompt() + " on " + variant.model();
            suites.add(new Suite(name, summary, tests.of(i)));
        }
        if (!report.gates().isEmpty()) {
            suites.add(new Suite(
                    "gates", null, report.gates().stream().map(this::gate).toList()));
        }
        return suites;
    }

    private TestOutcome gate(GateResult gate) {
        Kind kind = switch (gate.status()) {
            case PASSED -> Kind.PASSED;
            case FAILED -> Kind.FAILED;
            case UNDECIDED -> Kind.SKIPPED;
        };
        return new TestOutcome(
                gate.variant() + " " + gate.metric() + ": " + gate.gate(),
                run.dataset() + ".gates",
                Duration.ZERO,
                kind,
                kind == Kind.PASSED ? "" : gate.sentence(),
                "");
    }

    private void write() throws XMLStreamException {
        List<Suite> suites = suites();
        xml.writeStartDocument("UTF-8", "1.0");
        start("testsuites", 0);
        attribute("name", "assay: " + run.title());
        attribute(
                "tests",
                Integer.toString(
                        suites.stream().mapToInt(suite -> suite.tests().size()).sum()));
        attribute("failures", Long.toString(sum(suites, Kind.FAILED)));
        attribute("errors", Long.toString(sum(suites, Kind.ERROR)));
        for (Suite suite : suites) {
            suite(suite);
        }
        end(0);
        xml.writeEndDocument();
    }

    private static long sum(List<Suite> suites, Kind kind) {
        return suites.stream().mapToLong(suite -> suite.count(kind)).sum();
    }

    private void suite(Suite suite) throws XMLStreamException {
        start("testsuite", 1);
        attribute("name", suite.name());
        attribute("tests", Integer.toString(suite.tests().size()));
        attribute("failures", Long.toString(suite.count(Kind.FAILED)));
        attribute("errors", Long.toString(suite.count(Kind.ERROR)));
        attribute("skipped", Long.toString(suite.count(Kind.SKIPPED)));
        attribute("time", seconds(suite.took()));
        attribute(
                "timestamp",
                run.startedAt().truncatedTo(ChronoUnit.SECONDS).toString().replace("Z", ""));
        start("properties", 2);
        for (Map.Entry<String, String> property : properties(suite.summary()).entrySet()) {
            start("property", 3);
            attribute("name", property.getKey());
            attribute("value", property.getValue());
            xml.writeEndElement();
        }
        end(2);
        for (TestOutcome test : suite.tests()) {
            test(test);
        }
        end(1);
    }

    /** What is not known is left out. */
    private Map<String, String> properties(@Nullable VariantSummary summary) {
        var properties = new LinkedHashMap<String, @Nullable Object>();
        properties.put("run.id", run.id());
        properties.put("run.status", Figures.lowerCase(run.status()));
        properties.put("dataset", run.dataset());
        properties.put("dataset.sha256", run.datasetHash());
        properties.put("judge", run.judge());
        if (summary != null) {
            properties.put("prompt", summary.variant().prompt());
            properties.put("prompt.revision", summary.variant().revision());
            properties.put("prompt.blob", summary.variant().blobId());
            properties.put("model", summary.variant().model());
            properties.put(
                    "cost.usd",
                    summary.costUsd() == null ? null : summary.costUsd().toPlainString());
            properties.put(
                    "judge.cost.usd",
                    summary.judgeCostUsd() == null
                            ? null
                            : summary.judgeCostUsd().toPlainString());
            properties.put("latency.p50.ms", summary.latencyMsP50());
            properties.put("latency.p95.ms", summary.latencyMsP95());
            summary.scores().forEach((metric, score) -> properties.put("score." + metric, score));
        }
        var known = new LinkedHashMap<String, String>();
        properties.forEach((name, value) -> {
            if (value != null) {
                known.put(name, Objects.toString(value));
            }
        });
        return known;
    }

    private void test(TestOutcome test) throws XMLStreamException {
        start("testcase", 2);
        attribute("name", test.name());
        attribute("classname", test.className());
        attribute("time", seconds(test.took()));
        if (test.kind() != Kind.PASSED) {
            start(test.kind().element(), 3);
            attribute("message", test.reason());
            if (test.kind() != Kind.SKIPPED) {
                attribute("type", test.kind() == Kind.ERROR ? "call" : "gate");
            }
            xml.writeCharacters(XmlText.of(test.text().isEmpty() ? test.reason() : test.text()));
            xml.writeEndElement();
            end(2);
        } else {
            xml.writeEndElement();
        }
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.3f", time.toNanos() / 1e9);
    }

    private void start(String name, int depth) throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
        xml.writeStartElement(name);
    }

    private void end(int depth) throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
        xml.writeEndElement();
    }

    private void attribute(String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, XmlText.line(value));
    }
}
