package dev.assay.provider.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The pieces of words that a model knows, by number. Immutable. */
final class Vocabulary {
    /** Stands before a piece that goes on within a word. */
    static final String CONTINUES = "##";

    private final Map<String, Integer> numbers;
    private final BitSet continuing = new BitSet();

    Vocabulary(Map<String, Integer> numbers) {
        this.numbers = Map.copyOf(numbers);
        numbers.forEach((piece, number) -> {
            if (piece.startsWith(CONTINUES)) {
                continuing.set(number);
            }
        });
    }

    /** Reads the pieces of a {@code tokenizer.json}. */
    static Vocabulary read(InputStream json) throws IOException {
        JsonNode pieces = new ObjectMapper().readTree(json).at("/model/vocab");
        var numbers = new HashMap<String, Integer>(2 * pieces.size());
        pieces.properties()
                .forEach(entry -> numbers.put(entry.getKey(), entry.getValue().intValue()));
        return new Vocabulary(numbers);
    }

    /** The number of a piece, or null where it is none. */
    @Nullable
    Integer find(String piece) {
        return numbers.get(piece);
    }

    /** The number of a piece that must be there. */
    int require(String piece) {
        return Objects.requireNonNull(numbers.get(piece), piece);
    }

    /** Whether a piece goes on within a word. */
    boolean continues(int number) {
        return continuing.get(number);
    }
}
