package dev.assay.judge.catalog;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.assay.judge.Metric;
import dev.assay.judge.rubric.Rubric;
import dev.assay.judge.rubric.RubricTypes;
import dev.assay.llm.ModelId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Names how answers were scored: what each metric looks for, by which rubric, who judged, and how judges are asked. Scores
 * of the same hash can be held against each other.
 */
public final class JudgeHash {
    /** Changes whenever judges are asked otherwise or their replies read otherwise. */
    public static final int PROTOCOL = 2;

    private static final int DIGITS = 12;
    private static final ObjectMapper CANONICAL =
            new ObjectMapper().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

    private JudgeHash() {}

    /**
     * Twelve hexadecimal digits.
     *
     * @param metrics in any order
     * @param model who judges where a metric names nobody; may be null
     */
    public static String of(List<Metric> metrics, @Nullable ModelId model) {
        Map<String, Object> whole = new TreeMap<>();
        whole.put("protocol", PROTOCOL);
        whole.put(
                "metrics",
                metrics.stream()
                        .sorted(Comparator.comparing(Metric::name))
                        .map(metric -> told(metric, model))
                        .toList());
        try {
            byte[] text = CANONICAL.writeValueAsString(whole).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text))
                    .substring(0, DIGITS);
        } catch (JsonProcessingException | NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256, and settings are what JSON can say", e);
        }
    }

    private static Map<String, Object> told(Metric metric, @Nullable ModelId model) {
        Map<String, Object> told = new TreeMap<>();
        told.put("metric", MetricFields.of(metric));
        told.put(
                "judges",
                Judges.asked(metric, model).stream().map(ModelId::toString).toList());
        RubricTypes.of(metric).ifPresent(rubric -> told.put("rubric", told(rubric)));
        return told;
    }

    private static Map<String, Object> told(Rubric rubric) {
        return Map.of(
                "definition", rubric.definition(),
                "ignore", rubric.ignore(),
                "scale", rubric.scale().toString(),
                "anchors", rubric.anchors(),
                "sees", rubric.sees().stream().map(Enum::name).sorted().toList(),
                "needs", rubric.needs().stream().map(Enum::name).sorted().toList());
    }
}
