package dev.assay.provider.openai;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.llm.Usage;
import dev.assay.provider.wire.WireJson;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Reads the usage that servers of this protocol report, so that input and output mean the same for all of them. */
public final class OpenAiUsage {
    /** One tick of xAI's reported cost is 1e-10 US dollars. */
    private static final int TICK_DIGITS = 10;

    private static final int MOST_DIGITS = 30;
    private static final BigDecimal HIGHEST_COST = BigDecimal.valueOf(1_000_000);

    private OpenAiUsage() {}

    /** Reads it as chat completions or as responses name it; a count that is not there stays unknown. */
    public static Usage read(JsonNode usage) {
        boolean chat = usage.has("prompt_tokens");
        String sent = chat ? "prompt_tokens" : "input_tokens";
        String generated = chat ? "completion_tokens" : "output_tokens";
        Long input = WireJson.count(usage.path(sent));
        Long reasoning = WireJson.count(usage.path(generated + "_details").path("reasoning_tokens"));
        return new Usage(
                        input,
                        output(usage, generated, input, reasoning),
                        firstCount(
                                usage.path(sent + "_details").path("cached_tokens"),
                                usage.path("prompt_cache_hit_tokens"),
                                usage.path("num_cached_tokens"),
                                usage.path("prompt_token_details").path("cached_tokens")),
                        WireJson.count(usage.path(sent + "_details").path("cache_write_tokens")),
                        reasoning,
                        cost(usage))
                .withRaw(usage.toString());
    }

    /** xAI counts reasoning beside the completion, all others within it; the total tells which. */
    private static @Nullable Long output(
            JsonNode usage, String generated, @Nullable Long input, @Nullable Long reasoning) {
        Long completion = WireJson.count(usage.path(generated));
        Long total = WireJson.count(usage.path("total_tokens"));
        if (completion == null || input == null || reasoning == null || total == null) {
            return completion;
        }
        boolean beside = reasoning > 0 && total == input + completion + reasoning;
        return beside ? completion + reasoning : completion;
    }

    private static @Nullable Long firstCount(JsonNode... nodes) {
        for (JsonNode node : nodes) {
            Long count = WireJson.count(node);
            if (count != null) {
                return count;
            }
        }
        return null;
    }

    /** What the provider says the call cost; what no call can cost is no figure. */
    private static @Nullable BigDecimal cost(JsonNode usage) {
        BigDecimal dollars = WireJson.number(usage.path("cost"));
        BigDecimal ticks = WireJson.number(usage.path("cost_in_usd_ticks"));
        BigDecimal cost = dollars == null && ticks != null ? ticks.movePointLeft(TICK_DIGITS) : dollars;
        boolean possible =
                cost != null && cost.signum() >= 0 && cost.compareTo(HIGHEST_COST) < 0 && cost.scale() <= MOST_DIGITS;
        return possible ? cost : null;
    }
}
