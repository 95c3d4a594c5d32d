package dev.assay.ui.results;

import dev.assay.history.Cell;
import dev.assay.history.Invocation;
import dev.assay.history.Outcome;
import dev.assay.llm.ChatResponse;
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
            case Outcome.Completed completed -> line(answer, completed.response());
            case Outcome.Failed failed ->
                answer.batch() == null ? Figures.duration(failed.elapsed()) : Messages.get("results.figures.batch");
            case Outcome.Cancelled cancelled -> Messages.get("results.state.cancelled");
        };
    }

    private static String line(Invocation answer, ChatResponse response) {
        String took = answer.batch() == null
                ? Figures.duration(response.latency().total())
                : Messages.get("results.figures.batch");
        String tokens = tokens(response.usage());
        return switch (response.cache()) {
            case NONE -> Messages.get("results.figures", took, tokens, cost(answer.cost()));
            case EARLIER -> Messages.get("results.figures", took, tokens, Figures.cost(answer.savedUsd()));
            case HIT, JOINED -> Messages.get("results.figures.cached", took, tokens, cost(answer.cost()));
            case SEMANTIC ->
                Messages.get(
                        "results.figures.semantic",
                        took,
                        tokens,
                        cost(answer.cost()),
                        Figures.similarity(response.similarity()));
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
