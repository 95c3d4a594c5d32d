package dev.assay.cli.comparing;

import dev.assay.experiment.Variant;
import dev.assay.llm.InputException;
import java.util.stream.IntStream;

/** Variants by the letters that results call them. */
final class Columns {
    private Columns() {}

    /** The index from 0 of the variant of a letter; throws {@link InputException} where there is none. */
    static int index(String letter, int variants) {
        return IntStream.range(0, variants)
                .filter(index -> Variant.label(index).equalsIgnoreCase(letter.strip()))
                .findFirst()
                .orElseThrow(() -> new InputException("There is no variant '" + letter + "': the run has "
                        + (variants == 1 ? "A alone" : "A to " + Variant.label(variants - 1))));
    }
}
