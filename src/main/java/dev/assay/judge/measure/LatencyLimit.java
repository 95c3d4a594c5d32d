package dev.assay.judge.measure;

import dev.assay.judge.Judgement;
import dev.assay.judge.type.Finding;
import dev.assay.judge.type.MetricType;
import dev.assay.judge.type.Rule;
import dev.assay.judge.type.Setting;
import dev.assay.judge.type.Settings;
import dev.assay.llm.ChatResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether the answer came in time.
 *
 * @param seconds the most, without the wait for a free slot
 */
record LatencyLimit(double seconds) implements Rule {
    static final MetricType TYPE = MetricType.assertion("latency", "It came within a time.", LatencyLimit::of)
            .with(new Setting("max", "a time such as 2s or 800ms", "The most, from sending to the last byte."))
            .withBounds(Map.of("<=", "max"));

    private static final Pattern TIME = Pattern.compile("(\\d{1,6}(?:\\.\\d{1,6})?)\\s*(ms|s)?");

    private static LatencyLimit of(Settings settings) {
        Matcher time = TIME.matcher(settings.text("max").orElse(""));
        if (!time.matches() || Double.parseDouble(time.group(1)) == 0) {
            throw settings.wrong("max", "a time such as 2s or 800ms");
        }
        double figure = Double.parseDouble(time.group(1));
        return new LatencyLimit("ms".equals(time.group(2)) ? figure / 1000 : figure);
    }

    @Override
    public Finding find(Judgement judgement) {
        ChatResponse response = judgement.response();
        if (response == null) {
            return new Finding.NotMeasured("only the text of the answer is known, not how long it took");
        }
        if (!response.cache().isMeasured()) {
            return new Finding.NotMeasured("the answer came from the cache: measure time with --no-cache");
        }
        Duration total = response.latency().total();
        if (total == null) {
            return new Finding.NotMeasured("the answer came in a batch: measure time without --batch");
        }
        double took = total.toNanos() / 1e9;
        String why = String.format(Locale.ROOT, "took %.3f s, the limit is %.3f s", took, seconds);
        return new Finding.Measured(took <= seconds ? 1 : 0, took, why);
    }
}
