package dev.assay.ui.compare;

import dev.assay.experiment.Dataset;
import dev.assay.judge.Metric;
import dev.assay.judge.catalog.Judges;
import dev.assay.provider.offline.OfflineProvider;
import dev.assay.ui.fx.Messages;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells what a run would do as it is set up now, or what the set-up lacks. */
record PlanReckoner(SetupViewModel setup) {

    RunPlan reckon() {
        Dataset cases = setup.datasetProperty().get();
        RunPlan lack = lack();
        if (lack != null) {
            return lack;
        }
        if (!setup.isLoaded() || cases == null) {
            return RunPlan.NONE;
        }
        int size = cases.cases().size();
        int answers = setup.variants().size() * size * setup.repeatsProperty().get();
        return new RunPlan(
                Messages.get("compare.summary", setup.variants().size(), cases.name(), size),
                Messages.get("compare.empty.text"),
                answers,
                answers * judgements(setup.metrics().metrics()),
                usesOffline());
    }

    /** Judges' calls about each answer. */
    private int judgements(List<Metric> metrics) {
        ModelChoice judge = setup.judgeProperty().get();
        return metrics.stream()
                .mapToInt(metric -> Judges.asked(metric, judge == null ? null : judge.model())
                        .size())
                .sum();
    }

    private boolean usesOffline() {
        return Stream.concat(
                        setup.variants().stream()
                                .map(variant -> variant.modelProperty().get()),
                        Stream.ofNullable(setup.judgeProperty().get()))
                .anyMatch(choice -> choice instanceof ModelChoice model
                        && model.model().provider().equals(OfflineProvider.NAME));
    }

    /** The plan of a set-up that is not complete; null where it is, or is not loaded yet. */
    private @Nullable RunPlan lack() {
        if (!setup.isLoaded()) {
            return null;
        }
        if (setup.prompts().isEmpty()) {
            return RunPlan.lacking(Messages.get("compare.lack.prompts"), Messages.get("compare.lack.prompts.text"));
        }
        if (setup.datasets().isEmpty()) {
            return RunPlan.lacking(Messages.get("compare.lack.datasets"), Messages.get("compare.lack.datasets.text"));
        }
        boolean chosen = setup.variants().stream()
                .allMatch(variant -> variant.promptProperty().get() != null
                        && variant.modelProperty().get() != null);
        if (!chosen || setup.datasetNameProperty().get() == null) {
            return RunPlan.lacking(Messages.get("compare.lack.choice"), Messages.get("compare.lack.choice.text"));
        }
        boolean judged = setup.metrics().metrics().stream().anyMatch(Judges::needsModel);
        return judged && setup.judgeProperty().get() == null
                ? RunPlan.lacking(Messages.get("compare.lack.judge"), Messages.get("compare.lack.judge.text"))
                : null;
    }
}
