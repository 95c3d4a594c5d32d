package dev.assay.ui.runs;

import dev.assay.history.Run;
import dev.assay.judge.Metric;
import dev.assay.judge.catalog.Judges;
import dev.assay.llm.ModelId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/**
 * How the answers of a run are to be judged anew: at first as they were, but by the workspace's own judges as their files
 * have them now.
 */
final class RejudgeViewModel {
    private final Set<Metric> changed;
    private final List<ModelId> judges;
    private final Map<Metric, BooleanProperty> wanted = new LinkedHashMap<>();
    private final ObjectProperty<@Nullable ModelId> judge = new SimpleObjectProperty<>();
    private final BooleanBinding incomplete;

    /**
     * The choice for one run.
     *
     * @param offer what to choose from; what the run has is offered too
     */
    RejudgeViewModel(Run run, RunActions.JudgeOffer offer) {
        ModelId before = run.judge();
        this.judges = Stream.concat(Stream.ofNullable(before), offer.models().stream())
                .distinct()
                .toList();
        judge.set(this.judges.isEmpty() ? null : this.judges.getFirst());
        Map<String, Metric> own = new LinkedHashMap<>();
        offer.own().forEach(metric -> own.put(metric.name(), metric));
        run.measured()
                .forEach(
                        metric -> wanted.put(own.getOrDefault(metric.name(), metric), new SimpleBooleanProperty(true)));
        changed = wanted.keySet().stream()
                .filter(metric -> !run.measured().contains(metric))
                .collect(Collectors.toSet());
        Stream.concat(Judges.metrics().stream().map(Metric::of), own.values().stream())
                .filter(metric -> !run.metrics().contains(metric.name()))
                .forEach(metric -> wanted.put(metric, new SimpleBooleanProperty(false)));
        incomplete = Bindings.createBooleanBinding(
                () -> metrics().isEmpty() || (needsJudge() && judge.get() == null),
                Stream.concat(wanted.values().stream(), Stream.of(judge)).toArray(Observable[]::new));
    }

    /** The models to choose from, that of the run first. */
    List<ModelId> judges() {
        return judges;
    }

    /** Who judges; null while none is chosen. */
    ObjectProperty<@Nullable ModelId> judgeProperty() {
        return judge;
    }

    /** What can be measured, those measures that the run has first, and whether it is wanted. */
    Map<Metric, BooleanProperty> wanted() {
        return wanted;
    }

    /** Whether the file of a judge that the run has says something else now. */
    boolean isChanged(Metric metric) {
        return changed.contains(metric);
    }

    /** What is to be measured. */
    List<Metric> metrics() {
        return wanted.entrySet().stream()
                .filter(one -> one.getValue().get())
                .map(Map.Entry::getKey)
                .toList();
    }

    private boolean needsJudge() {
        return metrics().stream().anyMatch(Judges::needsModel);
    }

    /** Who judges where a model does, or null. */
    @Nullable
    ModelId chosenJudge() {
        return needsJudge() ? judge.get() : null;
    }

    /** Whether nothing can be judged so. */
    BooleanBinding incomplete() {
        return incomplete;
    }
}
