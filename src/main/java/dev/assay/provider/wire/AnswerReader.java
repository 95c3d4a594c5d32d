package dev.assay.provider.wire;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.llm.FigureToken;
import java.util.List;
import java.util.Optional;

/** Reads one answer of a wire protocol, whole or event by event. Used by one thread for one call. */
public interface AnswerReader {

    /**
     * Reads an answer that came in one piece.
     *
     * @return false where this is no answer of the protocol
     */
    boolean whole(JsonNode body);

    /**
     * Reads one event of a stream.
     *
     * @return the visible text that it added; empty for none
     */
    String event(JsonNode event);

    /** The reasoning text that the events since the last question added; empty for none. */
    default String newReasoning() {
        return "";
    }

    /** Where in a document of this protocol an error would stand, as a field {@code error}. */
    default JsonNode errorPlace(JsonNode document) {
        return document;
    }

    /** The stream has ended with the {@code [DONE]} marker. */
    void end();

    /** Whether the stream has said that the answer is complete. */
    boolean isComplete();

    /** Whether nothing of interest can follow, so that reading may stop. */
    boolean isOver();

    /** Why the provider stopped the prompt before there was any answer; empty where it did not. */
    default Optional<String> blocked() {
        return Optional.empty();
    }

    /** The tokens of the answer that are whole numbers, with their probabilities; empty where none are told. */
    default List<FigureToken> figures() {
        return List.of();
    }

    /** What was read so far. */
    Answer answer();
}
