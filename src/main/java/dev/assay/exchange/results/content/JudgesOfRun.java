package dev.assay.exchange.results.content;

import dev.assay.history.Cell;
import dev.assay.history.Invocation;
import dev.assay.history.Outcome;
import dev.assay.history.Run;
import dev.assay.judge.catalog.Judges;
import dev.assay.judge.catalog.MetricTypes;
import dev.assay.llm.ModelId;
import dev.assay.pricing.Cost;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The models that judged a run, and what each of them cost. */
public final class JudgesOfRun {
    private JudgesOfRun() {}

    /** The models, none twice; none where rules alone measured. */
    public static List<ModelId> of(Run run) {
        return run.measured().stream()
                .flatMap(metric -> MetricTypes.find(metric.type()).isPresent()
                        ? Judges.asked(metric, run.judge()).stream()
                        : Stream.ofNullable(run.judge()))
                .distinct()
                .toList();
    }

    /** The models in words. */
    public static String names(List<ModelId> judges) {
        return judges.stream().map(ModelId::toString).collect(Collectors.joining(", "));
    }

    /** Who judged at what cost; of several judges, each one's. */
    static String sentence(List<ModelId> judges, List<Cell> cells) {
        List<Invocation> calls =
                cells.stream().flatMap(cell -> cell.judgeCalls().stream()).toList();
        String each = judges.size() < 2
                ? ""
                : judges.stream()
                        .map(judge -> judge + " " + Figures.dollars(cost(of(judge, calls))))
                        .collect(Collectors.joining(", ", " (", ")"));
        return "Judged by " + names(judges) + "; judging cost " + Figures.dollars(cost(calls)) + each + ".";
    }

    private static List<Invocation> of(ModelId judge, List<Invocation> calls) {
        return calls.stream()
                .filter(call -> call.request().model().equals(judge))
                .toList();
    }

    private static @Nullable BigDecimal cost(List<Invocation> calls) {
        return calls.stream().anyMatch(call -> call.cost() == null && call.outcome() instanceof Outcome.Completed)
                ? null
                : calls.stream()
                        .map(Invocation::cost)
                        .filter(cost -> cost != null)
                        .map(Cost::usd)
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
