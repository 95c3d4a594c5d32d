package dev.assay.provider.offline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ValueNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Finds the number that a property asks for. */
final class Numbers {
    private static final Pattern NUMBER =
            Pattern.compile("(?<![\\p{L}\\p{N}.,-])-?(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?(?![\\p{L}\\p{N}])");

    private Numbers() {}

    /** The first fitting number of the sentence that meets the hint best; the nearest to zero allowed where there is none. */
    static ValueNode find(JsonNode schema, Set<String> hint, Passages passages) {
        boolean whole = schema.path("type").asText().equals("integer");
        BigDecimal least = bound(schema, "minimum", "-1e30");
        BigDecimal most = bound(schema, "maximum", "1e30");
        double[] overlaps = passages.overlaps(hint);
        List<Integer> places = IntStream.range(0, overlaps.length)
                .boxed()
                .sorted((a, b) -> Double.compare(overlaps[b], overlaps[a]))
                .toList();
        BigDecimal found = passages.at(places).stream()
                .flatMap(sentence -> NUMBER.matcher(sentence).results())
                .map(match -> new BigDecimal(match.group().replace(",", "")))
                .filter(number -> number.compareTo(least) >= 0 && number.compareTo(most) <= 0)
                .filter(number -> !whole || number.stripTrailingZeros().scale() <= 0)
                .findFirst()
                .orElse(BigDecimal.ZERO.max(least).min(most));
        return whole
                ? JsonNodeFactory.instance.numberNode(found.toBigInteger())
                : JsonNodeFactory.instance.numberNode(found);
    }

    private static BigDecimal bound(JsonNode schema, String key, String otherwise) {
        return schema.path(key).isNumber() ? schema.get(key).decimalValue() : new BigDecimal(otherwise);
    }
}
