package dev.assay.cli.routes;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.exchange.results.content.Figures;
import dev.assay.experiment.Comparison;
import dev.assay.experiment.VariantSummary;
import dev.assay.experiment.Verdict;
import dev.assay.experiment.gate.NonInferiority;
import dev.assay.history.Cell;
import dev.assay.history.Outcome;
import dev.assay.llm.Adjustment;
import dev.assay.llm.ChatResponse;
import dev.assay.llm.ModelId;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a route did beside one model alone.
 *
 * @param route its name
 * @param run of both; the model alone is the first variant
 * @param margin how much worse is still not worse
 */
record RouteReport(String route, Comparison run, double margin) {

    ObjectNode json() {
        VariantSummary alone = run.variants().getFirst();
        VariantSummary routed = run.variants().getLast();
        ObjectNode document = JsonNodeFactory.instance
                .objectNode()
                .put("route", route)
                .put("against", alone.variant().model().toString())
                .put("run", run.run().id())
                .put("calls", answers().count())
                .put("escalated", answers().filter(RouteReport::isEscalated).count())
                .put("costUsd", routed.worthUsd())
                .put("costAloneUsd", alone.worthUsd())
                .put("savedUsd", saved().orElse(null))
                .put("savedShare", share())
                .put("latencyMsP50", routed.latencyMsP50())
                .put("latencyMsP50Alone", alone.latencyMsP50());
        count(document.putArray("answeredBy"), "model", answeredBy());
        count(document.putArray("reasons"), "reason", reasons());
        ArrayNode scores = document.putArray("scores");
        for (Verdict verdict : run.verdicts()) {
            scores.addObject()
                    .put("metric", verdict.metric())
                    .put("cases", verdict.pairs())
                    .put("difference", verdict.meanDifference())
                    .put("low", verdict.ciLow())
                    .put("high", verdict.ciHigh())
                    .put("notWorse", Figures.lowerCase(NonInferiority.of(verdict, margin)));
        }
        return document;
    }

    private static void count(ArrayNode into, String key, Map<String, Long> counts) {
        counts.forEach((what, calls) -> into.addObject().put(key, what).put("calls", calls));
    }

    List<String> text() {
        VariantSummary alone = run.variants().getFirst();
        VariantSummary routed = run.variants().getLast();
        var lines = new ArrayList<String>();
        lines.add("route:" + route + " beside " + alone.variant().model() + " alone, on "
                + run.run().cases() + " cases of " + run.run().dataset());
        lines.add(answers().filter(RouteReport::isEscalated).count() + " of "
                + answers().count() + " calls went on to another model");
        reasons().forEach((reason, calls) -> lines.add("  " + calls + " x " + reason));
        answeredBy().forEach((model, calls) -> lines.add("  " + calls + " answered by " + model));
        Double share = share();
        lines.add("Cost " + Figures.dollars(routed.worthUsd()) + " by the route, all its calls counted, and "
                + Figures.dollars(alone.worthUsd()) + " alone"
                + (share == null
                        ? ""
                        : String.format(
                                Locale.ROOT, ": %.1f %% %s", Math.abs(share) * 100, share >= 0 ? "saved" : "more")));
        lines.add("Median latency " + Figures.millis(routed.latencyMsP50()) + " by the route, "
                + Figures.millis(alone.latencyMsP50()) + " alone");
        run.verdicts().forEach(verdict -> lines.add(verdict.sentence() + " " + standing(verdict)));
        lines.add(
                "Run " + run.run().id() + "; see: assay runs show " + run.run().id());
        return lines;
    }

    private String standing(Verdict verdict) {
        String limit = String.format(Locale.ROOT, "%.3f", margin);
        return switch (NonInferiority.of(verdict, margin)) {
            case SHOWN -> "The route is shown to be at most " + limit + " worse.";
            case NOT_SHOWN -> "It is not shown that the route is at most " + limit + " worse.";
            case UNDECIDED -> "Too few cases to tell whether the route is at most " + limit + " worse.";
        };
    }

    private Stream<ChatResponse> answers() {
        return run.cells().stream()
                .filter(cell -> cell.key().variant() == 1)
                .map(Cell::answer)
                .flatMap(answer -> answer.outcome() instanceof Outcome.Completed completed
                        ? Stream.of(completed.response())
                        : Stream.empty());
    }

    private static boolean isEscalated(ChatResponse answer) {
        return escalations(answer).findAny().isPresent();
    }

    private static Stream<Adjustment> escalations(ChatResponse answer) {
        return answer.adjustments().stream()
                .filter(adjustment -> adjustment.parameter().equals("escalation"));
    }

    private Map<String, Long> reasons() {
        return counted(answers().flatMap(RouteReport::escalations).map(Adjustment::reason));
    }

    private Map<String, Long> answeredBy() {
        ModelId asked = new ModelId(ModelId.ROUTE, route);
        return counted(answers().map(answer -> answer.servedBy(asked).toString()));
    }

    private static Map<String, Long> counted(Stream<String> what) {
        return new TreeMap<>(what.collect(Collectors.groupingBy(Function.identity(), Collectors.counting())));
    }

    private Optional<BigDecimal> saved() {
        BigDecimal alone = run.variants().getFirst().worthUsd();
        BigDecimal routed = run.variants().getLast().worthUsd();
        return alone == null || routed == null ? Optional.empty() : Optional.of(alone.subtract(routed));
    }

    private @Nullable Double share() {
        BigDecimal alone = run.variants().getFirst().worthUsd();
        return alone == null || alone.signum() == 0
                ? null
                : saved().map(usd -> usd.divide(alone, MathContext.DECIMAL64).doubleValue())
                        .orElse(null);
    }
}
