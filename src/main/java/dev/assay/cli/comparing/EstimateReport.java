package dev.assay.cli.comparing;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.cli.session.Session;
import dev.assay.exchange.results.content.Figures;
import dev.assay.experiment.estimate.CostRange;
import dev.assay.experiment.estimate.RunEstimate;
import dev.assay.experiment.wording.EstimateSentence;
import java.time.Duration;
import java.util.List;

/** Prints what a comparison would take. */
public final class EstimateReport {
    private EstimateReport() {}

    /** Prints an estimate. */
    public static void print(Session session, RunEstimate estimate) {
        session.print(json(estimate), List.of(EstimateSentence.calls(estimate), EstimateSentence.cost(estimate)));
    }

    private static ObjectNode json(RunEstimate estimate) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("answers", estimate.answers());
        node.put("cached", estimate.cached());
        node.put("batched", estimate.batched());
        node.put("judgements", estimate.judgements());
        node.put("inputTokens", estimate.inputTokens());
        CostRange cost = estimate.cost();
        if (cost == null) {
            node.putNull("costUsd");
        } else {
            node.putObject("costUsd")
                    .put("low", cost.low())
                    .put("likely", cost.likely())
                    .put("high", cost.high());
        }
        Duration duration = estimate.duration();
        node.put("seconds", duration == null ? null : duration.toMillis() / 1000.0);
        node.put("basis", Figures.lowerCase(estimate.basis()));
        var unpriced = node.putArray("unpriced");
        estimate.unpriced().forEach(model -> unpriced.add(model.toString()));
        return node;
    }
}
