package dev.assay.judge.similarity;

import dev.assay.judge.type.MetricType;
import java.util.List;

/** The measures of how near an answer is to a text. */
public final class Similarities {
    private Similarities() {}

    /** One kind each. */
    public static List<MetricType> types() {
        return List.of(EmbeddingSimilarity.TYPE, Levenshtein.TYPE, RougeL.TYPE, Bleu.TYPE);
    }
}
