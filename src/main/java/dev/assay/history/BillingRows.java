package dev.assay.history;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.assay.history.Outcome.Completed;
import dev.assay.llm.Usage;
import dev.assay.pricing.Cost;
import dev.assay.pricing.Listed;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Tokens and money of a call, as columns of an invocation. Amounts stand twice: as numbers to reckon with in SQL, and
 * in the {@code billing} document with every digit and the price used, which is what is read back.
 */
final class BillingRows {
    private BillingRows() {}

    /** What was counted, what it cost and what was saved. */
    record Billing(
            Usage usage, @Nullable Cost cost, @Nullable BigDecimal savedUsd) {}

    private record Amounts(
            @Nullable Cost cost,
            @Nullable BigDecimal reportedUsd,
            @Nullable BigDecimal savedUsd,
            @Nullable Long billedInputTokens,
            @Nullable Long billedOutputTokens) {}

    static void write(Row row, Invocation invocation) {
        Usage usage = invocation.outcome() instanceof Completed completed
                ? completed.response().usage()
                : Usage.UNKNOWN;
        Cost cost = invocation.cost();
        Listed listed = cost == null ? null : cost.listed();
        row.with("input_tokens", usage.inputTokens())
                .with("output_tokens", usage.outputTokens())
                .with("cached_input_tokens", usage.cachedInputTokens())
                .with("cache_write_tokens", usage.cacheWriteTokens())
                .with("reasoning_tokens", usage.reasoningTokens())
                .with("raw_usage", usage.raw())
                .with("saved_usd", invocation.savedUsd())
                .with("reported_cost_usd", usage.reportedCostUsd())
                .with("cost_usd", cost == null ? null : cost.usd())
                .with("listed_usd", listed == null ? null : listed.usd())
                .with("price_tier", listed == null ? null : listed.tier().name().toLowerCase(Locale.ROOT))
                .with("price_date", listed == null ? null : listed.date())
                .with(
                        "billing",
                        HistoryJson.write(new Amounts(
                                cost,
                                usage.reportedCostUsd(),
                                invocation.savedUsd(),
                                usage.billedInputTokens(),
                                usage.billedOutputTokens())));
    }

    static Billing read(ResultSet row) throws SQLException {
        var amounts = HistoryJson.read(row.getString("billing"), new TypeReference<Amounts>() {});
        var usage = new Usage(
                row.getObject("input_tokens", Long.class),
                row.getObject("output_tokens", Long.class),
                row.getObject("cached_input_tokens", Long.class),
                row.getObject("cache_write_tokens", Long.class),
                row.getObject("reasoning_tokens", Long.class),
                amounts.reportedUsd,
                amounts.billedInputTokens,
                amounts.billedOutputTokens,
                row.getString("raw_usage"));
        return new Billing(usage, amounts.cost, amounts.savedUsd);
    }
}
