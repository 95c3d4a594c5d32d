package dev.assay.ui.results.rows;

import dev.assay.history.Cell;
import dev.assay.history.Outcome;
import dev.assay.llm.ChatResponse;
import dev.assay.llm.Usage;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** The figures of a cell besides its scores, as means over its repeats. */
final class CellFigure {
    private CellFigure() {}

    /** Empty where no repeat has it, and for scores, which have a metric each. */
    static OptionalDouble of(ResultCell cell, SortKey.Figure figure) {
        return switch (figure) {
            case SCORE -> OptionalDouble.empty();
            case COST ->
                cell.cells().stream()
                        .map(Cell::answer)
                        .filter(answer -> answer.cost() != null)
                        .mapToDouble(answer -> answer.cost().usd().doubleValue())
                        .average();
            case LATENCY ->
                responses(cell)
                        .flatMap(
                                response -> Stream.ofNullable(response.latency().total()))
                        .mapToDouble(took -> took.toNanos() / 1e6)
                        .average();
            case TOKENS ->
                responses(cell)
                        .flatMap(response -> tokens(response.usage()))
                        .mapToLong(count -> count)
                        .average();
        };
    }

    private static Stream<ChatResponse> responses(ResultCell cell) {
        return cell.cells().stream()
                .map(each -> each.answer().outcome())
                .filter(Outcome.Completed.class::isInstance)
                .map(outcome -> ((Outcome.Completed) outcome).response());
    }

    private static Stream<Long> tokens(Usage usage) {
        Long input = usage.inputTokens();
        Long output = usage.outputTokens();
        return input == null || output == null ? Stream.empty() : Stream.of(input + output);
    }
}
