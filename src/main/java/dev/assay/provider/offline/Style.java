package dev.assay.provider.offline;

import java.util.Locale;

/** The two offline models: how much they read and write. */
enum Style {
    /** One or two sentences, leaning on the beginning of the text. */
    BRIEF,
    /** About a third of the sentences, up to six, wherever they stand. */
    THOROUGH;

    /** The name of the model that writes so. */
    String modelName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * How many of {@code available} sentences a summary has. A limit in the prompt is filled by the thorough model and
     * half filled by the brief one.
     *
     * @param limit the number of sentences that the prompt allows, or 0 where it sets none
     */
    int summaryLength(int available, int limit) {
        int wanted = switch (this) {
            case BRIEF -> limit > 0 ? (limit + 1) / 2 : available > 6 ? 2 : 1;
            case THOROUGH -> limit > 0 ? limit : Math.clamp(Math.round(available / 3f), 2, 6);
        };
        return Math.min(wanted, Math.max(1, (2 * available + 2) / 3));
    }

    /** How many sentences at most answer a question or fill a list. */
    int passages() {
        return this == BRIEF ? 1 : 3;
    }
}
