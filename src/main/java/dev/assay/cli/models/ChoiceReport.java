package dev.assay.cli.models;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.cli.report.TextTable;
import dev.assay.cli.report.TextTable.Side;
import dev.assay.exchange.results.content.Figures;
import dev.assay.experiment.choice.DefaultModels;
import dev.assay.experiment.choice.ModelChoice;
import dev.assay.experiment.choice.ModelFigures;
import dev.assay.experiment.stats.Interval;
import dev.assay.llm.ModelId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The choice of a model as JSON and as text. */
final class ChoiceReport {
    private ChoiceReport() {}

    /** @param defaults the row of the table that is told too, or null */
    static ObjectNode json(ModelChoice choice, @Nullable String prompt, @Nullable DefaultModels defaults) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("prompt", prompt)
                .put("metric", choice.metric().isEmpty() ? null : choice.metric())
                .put("margin", choice.wish().margin())
                .put("measured", choice.isMeasured())
                .put("proposed", name(choice.proposed()))
                .put("best", choice.isMeasured() ? name(choice.best()) : null);
        ArrayNode models = document.putArray("models");
        choice.models().forEach(model -> put(models.addObject(), model));
        if (defaults == null) {
            document.putNull("defaults");
        } else {
            ObjectNode table = document.putObject("defaults")
                    .put("task", defaults.task())
                    .put("complexity", defaults.complexity().word())
                    .put("measured", false)
                    .put("date", defaults.date().toString());
            defaults.models().forEach(model -> table.withArray("models").add(model.toString()));
        }
        return document;
    }

    private static void put(ObjectNode node, ModelFigures model) {
        ModelFigures.AgainstBest against = model.againstBest();
        node.put("model", model.model().toString())
                .put("score", model.score())
                .put("cases", model.cases())
                .put("answers", model.answers())
                .put("failed", model.failed())
                .put("costPerCallUsd", model.costUsd())
                .put("p95LatencyMs", model.p95Ms())
                .put("onFront", model.onFront())
                .put("withinLimits", model.allowed());
        put(node.putArray("scoreInterval"), model.scoreInterval());
        ObjectNode best = node.putObject("againstBest")
                .put("sharedCases", against.cases())
                .put("difference", against.difference())
                .put("notWorse", Figures.lowerCase(against.standing()));
        put(best.putArray("interval"), against.interval());
    }

    private static void put(ArrayNode node, @Nullable Interval interval) {
        if (interval != null) {
            node.add(interval.low()).add(interval.high());
        }
    }

    private static @Nullable String name(Optional<ModelFigures> model) {
        return model.map(one -> one.model().toString()).orElse(null);
    }

    static List<String> text(ModelChoice choice, @Nullable String prompt, @Nullable DefaultModels defaults) {
        var lines = new ArrayList<String>();
        if (!choice.models().isEmpty()) {
            lines.add("By " + choice.metric() + " in " + (prompt == null ? "all runs" : "runs of " + prompt) + ":");
            lines.addAll(table(choice));
            lines.add("* on the Pareto front: no other is better in score or cost and as good in the other");
            lines.add("");
        }
        lines.add(proposal(choice));
        if (defaults != null) {
            lines.add("To begin with for " + defaults.task() + " ("
                    + defaults.complexity().word()
                    + "), cheapest first, not measured, table of " + defaults.date() + ": "
                    + defaults.models().stream().map(ModelId::toString).collect(Collectors.joining(", ")));
        }
        return lines;
    }

    private static List<String> table(ModelChoice choice) {
        var table = new TextTable()
                .column("model", Side.LEFT)
                .column("score", Side.RIGHT)
                .column("cases", Side.RIGHT)
                .column("$/call", Side.RIGHT)
                .column("p95", Side.RIGHT)
                .column("failed", Side.RIGHT)
                .column("against the best", Side.LEFT);
        for (ModelFigures model : choice.models()) {
            table.row(List.of(
                    model.model() + (model.onFront() ? " *" : ""),
                    Figures.score(model.score()),
                    String.valueOf(model.cases()),
                    Figures.dollars(model.costUsd()),
                    Figures.millis(model.p95Ms()),
                    String.valueOf(model.failed()),
                    (model == choice.models().getFirst() ? "the best" : against(model.againstBest()))
                            + (model.allowed() ? "" : "; beyond the limits")));
        }
        return table.lines();
    }

    private static String against(ModelFigures.AgainstBest against) {
        Interval interval = against.interval();
        String difference = against.difference() == null
                ? ""
                : String.format(Locale.ROOT, "%+.3f", against.difference())
                        + (interval == null
                                ? ""
                                : String.format(Locale.ROOT, " [%+.3f, %+.3f]", interval.low(), interval.high()))
                        + " on ";
        return difference + against.cases() + " shared cases, "
                + switch (against.standing()) {
                    case SHOWN -> "not worse";
                    case NOT_SHOWN -> "not shown to be not worse";
                    case UNDECIDED -> "too few to tell";
                };
    }

    private static String proposal(ModelChoice choice) {
        if (!choice.isMeasured()) {
            return "Too little was measured to propose a model: compare two or more on 10 cases or more, with a judge.";
        }
        String margin = Figures.score(choice.wish().margin());
        return choice.proposed()
                .map(model -> "Take " + model.model() + ": the cheapest that is not worse than the best by more than "
                        + margin + ", " + Figures.dollars(model.costUsd()) + " a call.")
                .orElse("No model keeps to the limits and is shown to be not worse than the best by more than " + margin
                        + ".");
    }
}
