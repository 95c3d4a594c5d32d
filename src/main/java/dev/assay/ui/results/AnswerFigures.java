package dev.assay.ui.results;

import dev.assay.history.Cell;
import dev.assay.history.Invocation;
import dev.assay.history.Outcome;
import dev.assay.llm.CacheStatus;
import dev.assay.llm.Usage;
import dev.assay.pricing.Cost;
import dev.assay.ui.fx.Messages;
import org.jspecify.annotations.Nullable;

/** The figures of one answer in one line. */
public final class AnswerFigures {
    private AnswerFigures() {}

    /** {@code 1.2 s · 412 tok · $0.0031}. */
    public static String line(Cell cell) {
        Invocation answer = cell.answer();
        return switch (answer.outcome()) {
            case Outcome.Completed completed ->
                Messages.get(
                        completed.response().cache().isMeasured() ? "results.figures" : "results.figures.cached",
                        Figures.duration(completed.response().latency().total()),
                        tokens(completed.response().usage()),
                        completed.response().cache() == CacheStatus.EARLIER
                                ? Figures.cost(answer.savedUsd())
                                : cost(answer.cost()));
            case Outcome.Failed failed -> Figures.duration(failed.elapsed());
            case Outcome.Cancelled cancelled -> Messages.get("results.state.cancelled");
        };
    }

    private static String tokens(Usage usage) {
        Long input = usage.inputTokens();
        Long output = usage.outputTokens();
        return input == null || output == null ? Messages.get("figure.tokens.unknown") : Figures.tokens(input + output);
    }

    private static String cost(@Nullable Cost cost) {
        return Figures.cost(cost == null ? null : cost.usd());
    }
}
