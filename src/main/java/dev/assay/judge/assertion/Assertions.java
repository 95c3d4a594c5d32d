package dev.assay.judge.assertion;

import dev.assay.judge.type.MetricType;
import java.util.List;
import java.util.stream.Stream;

/** The assertions about the text of an answer, each with its opposite. */
public final class Assertions {
    private Assertions() {}

    /** One kind each. */
    public static List<MetricType> types() {
        return Stream.of(
                        EqualsText.TYPE,
                        Contains.TYPE,
                        StartsWith.TYPE,
                        MatchesRegex.TYPE,
                        ValidJson.TYPE,
                        MatchesSchema.TYPE,
                        Refusal.TYPE)
                .flatMap(type -> Stream.of(type, type.negated()))
                .toList();
    }
}
