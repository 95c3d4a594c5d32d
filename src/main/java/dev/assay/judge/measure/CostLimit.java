package dev.assay.judge.measure;

import dev.assay.judge.Judgement;
import dev.assay.judge.type.Finding;
import dev.assay.judge.type.MetricType;
import dev.assay.judge.type.Rule;
import dev.assay.judge.type.Setting;
import dev.assay.judge.type.Settings;
import dev.assay.llm.ChatResponse;
import java.math.BigDecimal;
import java.util.Map;

/**
 * Whether the answer was cheap enough.
 *
 * @param usd the most, in US dollars
 */
record CostLimit(BigDecimal usd) implements Rule {
    static final MetricType TYPE = MetricType.assertion("cost", "It cost at most so many US dollars.", CostLimit::of)
            .with(new Setting("max", "US dollars such as 0.01", "The most that the answer may cost."))
            .withBounds(Map.of("<=", "max"));

    private static CostLimit of(Settings settings) {
        String text = settings.text("max").orElse("");
        if (!text.matches("\\$?\\d{1,9}(\\.\\d{1,12})?([Ee]-?\\d{1,2})?")) {
            throw settings.wrong("max", "an amount of US dollars such as 0.01");
        }
        return new CostLimit(new BigDecimal(text.replace("$", "")));
    }

    @Override
    public Finding find(Judgement judgement) {
        ChatResponse response = judgement.response();
        BigDecimal cost = judgement.costUsd();
        if (response != null && !response.cache().isMeasured()) {
            return new Finding.NotMeasured("the answer came from the cache and cost nothing: measure with --no-cache");
        }
        if (cost == null) {
            return new Finding.NotMeasured("its cost is not known: add the model's price to prices.csv");
        }
        String why = "cost $" + cost.toPlainString() + ", the limit is $" + usd.toPlainString();
        return new Finding.Measured(cost.compareTo(usd) <= 0 ? 1 : 0, cost.doubleValue(), why);
    }
}
