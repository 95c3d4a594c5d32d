package dev.assay.experiment;

import dev.assay.history.Cell;
import dev.assay.history.Run;
import dev.assay.judge.catalog.Judges;
import dev.assay.llm.LlmProvider;
import dev.assay.llm.ModelId;
import dev.assay.pricing.PriceTable;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What runs may spend.
 *
 * @param purse what all of them may spend together
 */
record Budgets(LlmProvider provider, PriceTable prices, Purse purse, RunBatches batches) {

    /**
     * The course of a run within its own budget, all it has cost before included, and within what is left for it of what
     * all runs may spend, from now on.
     *
     * @param before cells that have ended already
     */
    RunCourse course(Experiment experiment, Run run, RunControl control, List<Cell> before) {
        Budget own = of(experiment, experiment.settings().budgetUsd());
        return new RunCourse(run, own, allowance(experiment), control, before);
    }

    private @Nullable Budget allowance(Experiment experiment) {
        List<ModelId> models = Stream.concat(
                        experiment.variants().stream().map(Variant::model), judges(experiment).stream())
                .flatMap(model -> provider.asks(model).stream())
                .distinct()
                .toList();
        return of(experiment, purse.left(models).orElse(null));
    }

    private @Nullable Budget of(Experiment experiment, @Nullable BigDecimal limit) {
        if (limit == null) {
            return null;
        }
        List<ModelId> models =
                experiment.variants().stream().map(Variant::model).distinct().toList();
        return new Budget(limit, prices, models, judges(experiment), provider::asks, batches.models(experiment));
    }

    /** Who is asked about each answer, one for each judgement. */
    static List<ModelId> judges(Experiment experiment) {
        return experiment.metrics().stream()
                .flatMap(metric -> Judges.asked(metric, experiment.judge()).stream())
                .toList();
    }
}
