package dev.assay.ui.compare;

import dev.assay.experiment.Dataset;
import dev.assay.judge.Metric;
import dev.assay.judge.catalog.Judges;
import dev.assay.judge.catalog.MetricText;
import dev.assay.judge.expectation.Expectations;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The scores that a run is to have: those that Assay knows, and those of the workspace's own judges. */
final class MetricChoice {
    private static final int LOOKED_AT = 1000;
    private static final List<String> AT_FIRST = List.of("relevance", "coherence");

    private final Map<String, Metric> metrics = new LinkedHashMap<>();
    private final Map<String, BooleanProperty> wanted = new LinkedHashMap<>();
    private final ObservableList<String> offered = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<List<Metric>> chosen = new ReadOnlyObjectWrapper<>(List.of());

    private List<Metric> own = List.of();
    private final Map<String, List<Metric>> said = new HashMap<>();
    private @Nullable Set<Metric> followed = usual();
    private boolean asserted;

    MetricChoice() {
        offer(List.of());
    }

    /** Offers the workspace's own judges, as they are now, beside the others; what was chosen stays so. */
    void offer(List<Metric> judges) {
        own = List.copyOf(judges);
        List<Metric> kept = metrics();
        metrics.clear();
        Stream<Metric> asserts = asserted ? Stream.of(MetricText.parse(Expectations.ASSERTS)) : Stream.empty();
        Stream.of(Judges.metrics().stream().map(Metric::of), asserts, own.stream())
                .flatMap(some -> some)
                .forEach(metric -> metrics.putIfAbsent(metric.name(), metric));
        // What a saved comparison brought along, such as an assertion with settings of its own.
        kept.forEach(metric -> metrics.putIfAbsent(metric.name(), metric));
        wanted.keySet().retainAll(metrics.keySet());
        metrics.keySet().forEach(name -> wanted.computeIfAbsent(name, this::property));
        offered.setAll(metrics.keySet());
        choose();
    }

    /** Offers to check what these cases assert of their answers, where they do. */
    void suit(@Nullable Dataset cases) {
        boolean now = cases != null
                && cases.cases().stream().limit(LOOKED_AT).anyMatch(one -> Expectations.areIn(one.inputs()));
        if (now != asserted) {
            asserted = now;
            offer(own);
        }
    }

    /**
     * Follows what the prompts say is to be measured, until the user chooses otherwise.
     *
     * @param measured what one of them says; may be nothing
     * @param prompts all that are to run
     */
    void follow(String prompt, List<Metric> measured, List<String> prompts) {
        said.put(prompt, measured);
        Set<Metric> next = prompts.stream()
                .flatMap(one -> said.getOrDefault(one, List.of()).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (Set.copyOf(metrics()).equals(followed)) {
            followed = next.isEmpty() ? usual() : next;
            only(List.copyOf(followed));
        }
    }

    private static Set<Metric> usual() {
        return AT_FIRST.stream().map(Metric::of).collect(Collectors.toSet());
    }

    /** Chooses these and no others, whatever prompts say; those that were not offered are from now on. */
    void take(List<Metric> taken) {
        followed = null;
        only(taken);
    }

    private void only(List<Metric> taken) {
        taken.forEach(metric -> {
            metrics.put(metric.name(), metric);
            wanted.computeIfAbsent(metric.name(), this::property);
        });
        offered.setAll(metrics.keySet());
        List<String> names = Metric.names(taken);
        wanted.forEach((name, property) -> property.set(names.contains(name)));
        choose();
    }

    private BooleanProperty property(String name) {
        var property = new SimpleBooleanProperty(AT_FIRST.contains(name));
        property.subscribe(this::choose);
        return property;
    }

    private void choose() {
        Set<String> names = wanted.entrySet().stream()
                .filter(one -> one.getValue().get())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        chosen.set(metrics.values().stream()
                .filter(metric -> names.contains(metric.name()))
                .toList());
    }

    /** Whether a metric is measured; throws {@link IllegalArgumentException} where it is not offered. */
    BooleanProperty wanted(String metric) {
        BooleanProperty property = wanted.get(metric);
        if (property == null) {
            throw new IllegalArgumentException(metric + " is not offered");
        }
        return property;
    }

    /** The names of what can be measured. */
    ObservableList<String> offered() {
        return offered;
    }

    /** The names of those that are measured. */
    List<String> names() {
        return Metric.names(metrics());
    }

    /** Those that are measured. */
    List<Metric> metrics() {
        return chosen.get();
    }

    /** What changes with the choice. */
    List<Observable> observables() {
        return List.of(chosen.getReadOnlyProperty());
    }
}
