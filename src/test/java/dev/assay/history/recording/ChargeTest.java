package dev.assay.history.recording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.llm.CacheStatus;
import dev.assay.llm.ChatResponse;
import dev.assay.llm.FinishReason;
import dev.assay.llm.Latency;
import dev.assay.llm.ModelId;
import dev.assay.llm.RawExchange;
import dev.assay.llm.Stage;
import dev.assay.llm.Usage;
import dev.assay.pricing.Cost;
import dev.assay.pricing.PriceTable;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ChargeTest {
    private static final LocalDate DAY = LocalDate.of(2026, 8, 1);
    private static final ModelId LARGE = ModelId.parse("openai/gpt-4o");
    private static final ModelId SMALL = ModelId.parse("openai/gpt-4o-mini");
    private static final Usage MILLION = Usage.of(1_000_000, 0);

    private static ChatResponse answer(CacheStatus cache) {
        return new ChatResponse(
                        "text",
                        "",
                        FinishReason.STOP,
                        null,
                        MILLION,
                        new Latency(Duration.ZERO, Duration.ZERO, null, null),
                        null,
                        null,
                        List.of(),
                        RawExchange.NONE)
                .withCache(cache);
    }

    private static Charge of(ChatResponse response) {
        return Charge.of(response, LARGE, PriceTable.standard(), DAY);
    }

    private static Charge of(Stage... stages) {
        return of(answer(CacheStatus.NONE).withStages(MILLION, List.of(stages)));
    }

    private static @Nullable BigDecimal usd(Charge charge) {
        Cost cost = charge.cost();
        return cost == null ? null : cost.usd();
    }

    @Test
    void anAnswerOfOneCallCostsWhatItTook() {
        assertThat(usd(of(answer(CacheStatus.NONE)))).isEqualByComparingTo("2.5");
        assertThat(of(answer(CacheStatus.NONE)).savedUsd()).isNull();
        assertThat(usd(of(answer(CacheStatus.HIT)))).isEqualByComparingTo("0");
        assertThat(of(answer(CacheStatus.HIT)).savedUsd()).isEqualByComparingTo("2.5");
    }

    @Test
    void ofSeveralCallsEachCostsItsOwnPrice() {
        Charge both = of(new Stage(SMALL, MILLION, CacheStatus.NONE), new Stage(LARGE, MILLION, CacheStatus.NONE));

        assertThat(usd(both)).isEqualByComparingTo("2.65");
        assertThat(both.savedUsd()).isNull();
    }

    @Test
    void whatTheCacheAnsweredOfThemIsSaved() {
        Charge half = of(new Stage(SMALL, MILLION, CacheStatus.NONE), new Stage(LARGE, MILLION, CacheStatus.JOINED));

        assertThat(usd(half)).isEqualByComparingTo("0.15");
        assertThat(half.savedUsd()).isEqualByComparingTo("2.5");
    }

    @Test
    void oneUnknownPriceMakesTheWholeUnknown() {
        assertThat(of(
                        new Stage(SMALL, MILLION, CacheStatus.NONE),
                        new Stage(ModelId.parse("house/own"), MILLION, CacheStatus.NONE)))
                .isEqualTo(Charge.UNKNOWN);
        assertThat(of(new Stage(SMALL, Usage.UNKNOWN, CacheStatus.NONE))).isEqualTo(Charge.UNKNOWN);
    }
}
