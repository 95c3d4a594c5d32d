package dev.assay.llm;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A token of an answer that is a whole number, with what the model might have said there instead.
 *
 * @param figure what it said
 * @param chances how likely each whole number was to stand there, from 0 to 1, the likeliest first; what is not among the
 *     provider's likeliest tokens is not there
 */
public record FigureToken(int figure, Map<Integer, Double> chances) {
    public FigureToken {
        chances = Collections.unmodifiableMap(new LinkedHashMap<>(chances));
    }
}
