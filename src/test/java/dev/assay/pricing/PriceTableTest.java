package dev.assay.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.llm.ModelId;
import dev.assay.llm.Usage;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PriceTableTest {
    private final PriceTable table = PriceTable.standard();

    @ParameterizedTest
    @CsvSource({
        "openai/gpt-4, 30, 60",
        "openai/gpt-3.5-turbo, 0.5, 1.5",
        "openai/gpt-4o-2024-05-13, 5, 15",
        "openai/gpt-4o-mini-2024-07-18, 0.15, 0.6",
        "openai/gpt-4.1-2029-01-31, 2, 8",
        "anthropic/claude-haiku-4-5-20251001, 1, 5",
        "anthropic/claude-haiku-4-5-20291231, 1, 5",
        "anthropic/claude-sonnet-4-6, 3, 15",
        "groq/openai/gpt-oss-20b, 0.075, 0.3",
        "bedrock/us.anthropic.claude-haiku-4-5-20251001-v1:0, 1.1, 5.5",
        "bedrock/anthropic.claude-haiku-4-5-20251001-v1:0, 1.1, 5.5",
        "bedrock/global.anthropic.claude-haiku-4-5-20251001-v1:0, 1, 5",
        "bedrock/arn:aws:bedrock:us-east-1:123456789012:inference-profile/eu.amazon.nova-pro-v1:0, 0.8, 3.2",
        "bedrock/amazon.nova-pro-v1:0:300k, 0.8, 3.2",
        "bedrock/mistral.mistral-7b-instruct-v0:2, 0.15, 0.2",
        "bedrock/openai.gpt-oss-120b-1:0, 0.15, 0.6",
        "bedrock/nvidia.nemotron-nano-9b-v2, 0.06, 0.23",
        "ollama/whatever:latest, 0, 0",
        "offline/brief, 0, 0"
    })
    void aModelIsFoundByNameByAliasAndByItsUndatedName(String model, String input, String output) {
        Price price = table.priceOf(ModelId.parse(model)).orElseThrow();

        assertThat(price.inputPerMillion()).isEqualByComparingTo(input);
        assertThat(price.outputPerMillion()).isEqualByComparingTo(output);
    }

    @ParameterizedTest
    @CsvSource({
        // A million tokens in and 100,000 out, at half the price.
        "openai/gpt-4o, 1000000, 100000, 1.75",
        "anthropic/claude-haiku-4-5, 1000000, 100000, 0.75",
        "ollama/whatever, 1000000, 100000, 0",
        "anthropic/claude-sonnet-4-5, 200000, 0, 0.30"
    })
    void aCallInABatchCostsWhatTheBatchServiceCharges(String model, long input, long output, String usd) {
        Cost cost = table.batchCostOf(ModelId.parse(model), Usage.of(input, output), LocalDate.of(2026, 11, 1))
                .orElseThrow();

        assertThat(cost.usd()).isEqualByComparingTo(usd);
        assertThat(cost.listed().tier()).isEqualTo(Tier.BATCH);
    }

    @Test
    void aBatchHasNoPriceWhereTheListHasNone() {
        LocalDate day = LocalDate.of(2026, 11, 1);

        assertThat(table.batchCostOf(ModelId.parse("openai/chatgpt-4o-latest"), Usage.of(1L, 1L), day))
                .isEmpty();
        assertThat(table.batchPriceOf(ModelId.parse("openai/chatgpt-4o-latest")))
                .isEmpty();
        // Beyond the threshold of the long-context price.
        assertThat(table.batchCostOf(ModelId.parse("anthropic/claude-sonnet-4-5"), Usage.of(200001L, 1L), day))
                .isEmpty();
        assertThat(table.batchCostOf(ModelId.parse("openai/gpt-4o"), Usage.UNKNOWN, day))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "local/gpt-4o",
                "bedrock/global.amazon.nova-pro-v1:0",
                "bedrock/arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/a1b2c3",
                "openai/us.anthropic.claude-haiku-4-5-20251001-v1:0",
                "openai/gpt-4o-2024-13-45",
                "openai/gpt-4o-20240132",
                "openai/no-such-model",
                "openai/gpt-4o-preview",
                "openai/-2024-05-13"
            })
    void anUnknownModelHasNoPrice(String model) {
        assertThat(table.priceOf(ModelId.parse(model))).isEmpty();
        assertThat(table.costOf(ModelId.parse(model), Usage.of(10, 10))).isEmpty();
    }

    @Test
    void inputAndOutputAreBilledApart() {
        assertCost("openai/gpt-4", Usage.of(1000, 500), "0.060");
        assertCost("openai/gpt-3.5-turbo", Usage.of(1000, 500), "0.00125");
        assertCost("offline/brief", Usage.of(1000, 500), "0");
    }

    @Test
    void cacheReadsAndWritesHaveTheirOwnPrices() {
        var usage = new Usage(10_000L, 100L, 6_000L, 1_000L, 50L, null);
        // 3000 x 1 + 6000 x 0.1 + 1000 x 1.25 + 100 x 5, per million
        assertCost("anthropic/claude-haiku-4-5", usage, "0.00535");
    }

    @Test
    void cachedInputWithoutAPriceOfItsOwnCostsAsInput() {
        assertCost("openai/gpt-4", new Usage(1000L, 0L, 1000L, null, null, null), "0.03");
    }

    @Test
    void aLongContextMovesTheWholeRequestToItsTier() {
        assertCost("gemini/gemini-2.5-pro", Usage.of(200_000, 1000), "0.26");
        assertCost("gemini/gemini-2.5-pro", Usage.of(200_001, 1000), "0.5150025");
        Cost cost = table.costOf(ModelId.parse("gemini/gemini-2.5-pro"), Usage.of(300_000, 0))
                .orElseThrow();
        assertThat(cost.price()).isNotNull();
        assertThat(cost.price().inputPerMillion()).isEqualByComparingTo("2.5");
    }

    @Test
    void aCostThatTheProviderReportsWins() {
        var usage = new Usage(1000L, 500L, null, null, null, new BigDecimal("0.123"));

        Cost cost = table.costOf(ModelId.parse("openai/gpt-4"), usage).orElseThrow();
        assertThat(cost.usd()).isEqualTo("0.123");
        assertThat(cost.price()).isNull();
        assertThat(cost.listed()).isNotNull();
        assertThat(cost.listed().usd()).isEqualByComparingTo("0.060");
        assertThat(table.costOf(ModelId.parse("router/unheard-of"), usage)).isPresent();
    }

    @Test
    void usageThatIsMissingOrContradictsItselfHasNoCost() {
        ModelId model = ModelId.parse("openai/gpt-4");

        assertThat(table.costOf(model, Usage.UNKNOWN)).isEmpty();
        assertThat(table.costOf(model, new Usage(10L, null, null, null, null, null)))
                .isEmpty();
        assertThat(table.costOf(model, new Usage(10L, 1L, 8L, 3L, null, null))).isEmpty();
    }

    @Test
    void theDayOfTheCallDecidesWhichPriceHolds() {
        ModelId model = ModelId.parse("anthropic/claude-sonnet-5");
        Usage usage = Usage.of(1_000_000, 0);

        assertThat(table.costOf(model, usage, LocalDate.of(2026, 8, 31))
                        .orElseThrow()
                        .usd())
                .isEqualByComparingTo("2");
        assertThat(table.costOf(model, usage, LocalDate.of(2026, 9, 1))
                        .orElseThrow()
                        .usd())
                .isEqualByComparingTo("3");
    }

    @Test
    void theTierAndTheDayOfTheListStandBesideTheCost() {
        Listed listed = table.costOf(ModelId.parse("gemini/gemini-2.5-pro"), Usage.of(300_000, 0))
                .orElseThrow()
                .listed();

        assertThat(listed).isNotNull();
        assertThat(listed.tier()).isEqualTo(Tier.LONG_CONTEXT);
        assertThat(listed.date()).isNotNull();
    }

    @Test
    void rowsGrowStaleAndModelsRetire() {
        PriceRow row = table.rowOf(ModelId.parse("openai/gpt-3.5-turbo-1106"), LocalDate.EPOCH)
                .orElseThrow();

        assertThat(row.isRetired(LocalDate.of(2026, 9, 28))).isFalse();
        assertThat(row.isRetired(LocalDate.of(2026, 9, 29))).isTrue();
        assertThat(row.isStale(LocalDate.of(2026, 8, 1))).isFalse();
        assertThat(row.isStale(LocalDate.of(2027, 2, 1))).isTrue();
    }

    @Test
    void everyShippedRowSaysWhereAndWhenItWasLookedUp() {
        assertThat(table.rows()).hasSizeGreaterThan(200).allSatisfy(row -> {
            assertThat(row.source()).isNotEmpty();
            assertThat(row.date()).isNotNull();
            assertThat(row.own()).isFalse();
        });
    }

    private void assertCost(String model, Usage usage, String usd) {
        assertThat(table.costOf(ModelId.parse(model), usage).orElseThrow().usd())
                .isEqualByComparingTo(usd);
    }

    @Test
    void bedrockHasDaysAndLongContextsToo() {
        var sonnet = ModelId.parse("bedrock/us.anthropic.claude-sonnet-5-v1:0");
        Usage usage = Usage.of(1_000_000, 0);
        assertThat(table.costOf(sonnet, usage, LocalDate.of(2026, 8, 31))
                        .orElseThrow()
                        .usd())
                .isEqualByComparingTo("2.2");
        assertThat(table.costOf(sonnet, usage, LocalDate.of(2026, 9, 1))
                        .orElseThrow()
                        .usd())
                .isEqualByComparingTo("3.3");
        assertCost("bedrock/global.anthropic.claude-opus-4-6-v1:0", Usage.of(200_000, 0), "1");
        assertCost("bedrock/global.anthropic.claude-opus-4-6-v1:0", Usage.of(200_001, 1000), "2.03751");
    }

    @Test
    void whereTheProviderBillsOtherNumbersTheyAreCharged() {
        var model = ModelId.parse("openai/gpt-4");
        Usage counted = Usage.of(507, 10);

        assertThat(table.costOf(model, counted.withBilled(12L, 7L), LocalDate.of(2026, 9, 1))
                        .orElseThrow()
                        .usd())
                .isEqualByComparingTo("0.00078");
        assertThat(table.costOf(model, counted, LocalDate.of(2026, 9, 1))
                        .orElseThrow()
                        .usd())
                .isEqualByComparingTo("0.01581");
    }

    @Test
    void whatIsFreeCostsNothingWhateverItTook() {
        PriceTable table = PriceTable.standard();
        assertThat(table.costOf(ModelId.parse("openai/omni-moderation-latest"), Usage.UNKNOWN))
                .hasValueSatisfying(cost -> assertThat(cost.usd()).isZero());
        assertThat(table.costOf(ModelId.parse("openai/gpt-4.1"), Usage.UNKNOWN)).isEmpty();
    }
}
