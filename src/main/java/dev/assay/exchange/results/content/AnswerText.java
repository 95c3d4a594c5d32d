package dev.assay.exchange.results.content;

import dev.assay.history.Cell;
import dev.assay.history.Outcome;
import dev.assay.llm.ChatResponse;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a cell shows where an answer is expected.
 *
 * @param text the answer with its tool calls, or why there is none
 * @param answered whether it is an answer
 */
public record AnswerText(String text, boolean answered) {

    /** Of a cell, however its call ended. */
    public static AnswerText of(Cell cell) {
        return switch (cell.answer().outcome()) {
            case Outcome.Completed completed -> new AnswerText(answer(completed.response()), true);
            case Outcome.Failed failed ->
                new AnswerText(withPart(failed.errorType() + ": " + failed.message(), failed.partialText()), false);
            case Outcome.Cancelled cancelled ->
                new AnswerText(withPart("Stopped before the answer was complete", cancelled.partialText()), false);
        };
    }

    private static String answer(ChatResponse response) {
        return Stream.concat(
                        Stream.of(response.output()).filter(output -> !output.isEmpty()),
                        response.toolCalls().stream().map(call -> call.name() + "(" + call.arguments() + ")"))
                .collect(Collectors.joining("\n"));
    }

    private static String withPart(String reason, String part) {
        return part.isEmpty() ? reason : reason + "\nWhat had come: " + part;
    }
}
