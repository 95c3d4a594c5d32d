package dev.assay.history.search;

import java.util.List;

/** What texts must hold: every term that is not excluded, and none that is. At least one term. */
public record Words(List<Term> terms) {

    /**
     * A word, the beginning of one with a star behind it, or words in a row.
     *
     * @param text as typed, without quotes
     * @param phrase whether its words must follow one another
     * @param excluded whether texts must not hold it
     */
    public record Term(String text, boolean phrase, boolean excluded) {}

    public Words {
        terms = List.copyOf(terms);
        if (terms.isEmpty()) {
            throw new IllegalArgumentException("No words to look for");
        }
    }
}
