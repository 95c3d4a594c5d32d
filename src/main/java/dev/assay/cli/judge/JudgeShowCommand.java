package dev.assay.cli.judge;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.cli.session.Session;
import dev.assay.exchange.results.content.Figures;
import dev.assay.judge.Metric;
import dev.assay.judge.catalog.Judges;
import dev.assay.judge.catalog.MetricText;
import dev.assay.judge.catalog.MetricTypes;
import dev.assay.judge.rubric.Rubric;
import dev.assay.judge.rubric.RubricSettings;
import dev.assay.judge.rubric.RubricTypes;
import dev.assay.judge.type.MetricType;
import dev.assay.llm.InputException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code assay judge show}: what a judge goes by. */
@Command(
        name = "show",
        description = "Shows the rubric that a judge goes by: one of the workspace, or such as relevance.")
final class JudgeShowCommand implements Runnable {
    private final Session session;

    @Parameters(paramLabel = "NAME", description = "The name of the judge.")
    private String name = "";

    JudgeShowCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        Metric metric = MetricText.parse(name, session.judges());
        MetricType type = MetricTypes.of(metric);
        if (!type.needsModel()) {
            throw new InputException("Metric " + name + " is measured by a rule, not judged: see assay judge types");
        }
        RubricTypes.of(metric)
                .ifPresentOrElse(
                        rubric -> session.print(json(metric, rubric), lines(metric, rubric)),
                        () -> session.print(
                                JsonNodeFactory.instance
                                        .objectNode()
                                        .put("name", metric.name())
                                        .put("description", type.description()),
                                List.of(metric.name() + ": " + type.description(), "It goes by no rubric.")));
    }

    private static List<String> lines(Metric metric, Rubric rubric) {
        var lines = new ArrayList<String>();
        lines.add(metric.name() + ": " + rubric.definition());
        lines.add("Not counted: " + rubric.ignore() + ".");
        lines.add("Scores from " + rubric.scale() + ":");
        rubric.anchors().forEach((figure, meaning) -> lines.add("  " + figure + "  " + meaning));
        lines.add("The judge sees: answer"
                + sights(rubric).stream().map(sight -> ", " + sight).reduce("", String::concat));
        Double threshold = metric.threshold();
        if (threshold != null) {
            double points = rubric.scale().min()
                    + threshold * (rubric.scale().max() - rubric.scale().min());
            lines.add("An answer passes at "
                    + BigDecimal.valueOf(points)
                            .setScale(2, RoundingMode.HALF_UP)
                            .stripTrailingZeros()
                            .toPlainString());
        }
        Judges.whoJudges(metric, null).ifPresent(who -> lines.add("Judged by " + who));
        Object version = metric.settings().get(RubricSettings.VERSION);
        if (version != null) {
            lines.add("Version " + version);
        }
        return lines;
    }

    private static ObjectNode json(Metric metric, Rubric rubric) {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("name", metric.name())
                .put("description", rubric.definition())
                .put("ignore", rubric.ignore())
                .put("scaleMin", rubric.scale().min())
                .put("scaleMax", rubric.scale().max());
        ObjectNode anchors = node.putObject("anchors");
        rubric.anchors().forEach((figure, meaning) -> anchors.put(figure.toString(), meaning));
        ArrayNode sees = node.putArray("sees").add("answer");
        sights(rubric).forEach(sees::add);
        ArrayNode judges = node.putArray("judges");
        Judges.asked(metric, null).stream().distinct().forEach(model -> judges.add(model.toString()));
        Object version = metric.settings().get(RubricSettings.VERSION);
        return node.put("threshold", metric.threshold()).put("version", version == null ? null : version.toString());
    }

    private static List<String> sights(Rubric rubric) {
        return rubric.sees().stream().map(Figures::lowerCase).sorted().toList();
    }
}
