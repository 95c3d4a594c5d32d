package dev.assay.workbench.caching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.history.Invocation;
import dev.assay.history.Operation;
import dev.assay.history.Outcome;
import dev.assay.history.SqlRunHistory;
import dev.assay.history.search.CallFilter;
import dev.assay.llm.ChatRequest;
import dev.assay.llm.ChatResponse;
import dev.assay.llm.FinishReason;
import dev.assay.llm.Latency;
import dev.assay.llm.Message;
import dev.assay.llm.ModelId;
import dev.assay.llm.ModelParameters;
import dev.assay.llm.RawExchange;
import dev.assay.llm.ResponseFormat;
import dev.assay.llm.Role;
import dev.assay.llm.Usage;
import dev.assay.pricing.Cost;
import dev.assay.pricing.PriceTable;
import dev.assay.pricing.TokenCounter;
import dev.assay.settings.Preset;
import dev.assay.settings.ProviderSettings;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheAdvisorTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final String RULES = "Answer kindly, and only from the handbook of the shop. ".repeat(150);
    private static final String CLAUDE = "anthropic/claude-sonnet-4-5";

    @TempDir
    private Path folder;

    private final SqlRunHistory history = SqlRunHistory.inMemory();
    private CacheAdvisor advisor;
    private int made;

    @BeforeEach
    void price() throws Exception {
        Path prices = Files.writeString(
                folder.resolve("prices.csv"),
                "provider,model,input,output,cached_input,cache_write\n"
                        + "anthropic,claude-sonnet-4-5,3,15,0.3,3.75\nopenai,gpt-4.1,2,8,0.5,\n");
        List<ProviderSettings> providers = List.of(
                Preset.find("anthropic").orElseThrow().asProvider(),
                Preset.find("openai").orElseThrow().asProvider());
        advisor = new CacheAdvisor(providers, PriceTable.with(prices), new TokenCounter());
    }

    @AfterEach
    void close() {
        history.close();
    }

    @Test
    void callsThatBeginAlikeInTimeWouldBeReadFromTheCacheOfTheProvider() {
        call("reply", CLAUDE, NOON, RULES + "Where is my parcel?", 0);
        call("reply", CLAUDE, NOON.plusSeconds(60), RULES + "How do I pay?", 0);
        call("reply", CLAUDE, NOON.plusSeconds(120), RULES + "May I return it?", 0);
        call("reply", CLAUDE, NOON.plusSeconds(9000), RULES + "Are you there?", 0);
        call("reply", CLAUDE, NOON.plusSeconds(9001), "Something short", 0);

        CacheAdvice advice = advise();

        assertThat(advice.calls()).isEqualTo(5);
        assertThat(advice.older()).isFalse();
        assertThat(advice.repeats()).isEmpty();
        SharedBeginning shared = advice.beginnings().getFirst();
        assertThat(advice.beginnings()).hasSize(1);
        assertThat(shared.asked()).isEqualTo(new Asked(Operation.CHAT, "reply", ModelId.parse(CLAUDE)));
        assertThat(shared.calls()).isEqualTo(4);
        assertThat(shared.inTime()).isEqualTo(2);
        assertThat(shared.tokens()).isBetween(1500, 2000);
        assertThat(shared.exact()).isFalse();
        assertThat(shared.caching()).isEqualTo(PrefixCaching.ANTHROPIC);
        // Two are read for a tenth of the price, two are written for a quarter more.
        BigDecimal expected = BigDecimal.valueOf(2L * shared.tokens())
                .multiply(new BigDecimal("2.7").subtract(new BigDecimal("0.75")))
                .movePointLeft(6);
        assertThat(shared.savedUsd()).isEqualByComparingTo(expected);
    }

    @Test
    void whatTheProviderReadAlreadyIsNotSavedAgain() {
        call("reply", "openai/gpt-4.1", NOON, RULES + "Where is my parcel?", 0);
        call("reply", "openai/gpt-4.1", NOON.plusSeconds(60), RULES + "How do I pay?", 1_000_000);

        SharedBeginning shared = advise().beginnings().getFirst();

        assertThat(shared.readTokens()).isEqualTo(1_000_000);
        assertThat(shared.savedUsd()).isEqualByComparingTo("0");
        assertThat(shared.caching()).isEqualTo(PrefixCaching.OPENAI);
    }

    @Test
    void aBeginningIsNotKeptThatIsTooShortForTheModelOrBeginsWithWhatChanges() {
        call("reply", "anthropic/claude-opus-4-5", NOON, RULES + "Where is my parcel?", 0);
        call("reply", "anthropic/claude-opus-4-5", NOON.plusSeconds(60), RULES + "How do I pay?", 0);
        call("late", CLAUDE, NOON, "Monday. " + RULES, 0);
        call("late", CLAUDE, NOON.plusSeconds(60), "Tuesday. " + RULES, 0);

        assertThat(advise().beginnings()).isEmpty();
    }

    @Test
    void callsThatWereMadeAgainAreToldWithWhatTheyCost() {
        call("reply", CLAUDE, NOON, "Where is my parcel?", 0);
        call("reply", CLAUDE, NOON.plusSeconds(3600), "Where is my parcel?", 0);
        call("reply", CLAUDE, NOON.plusSeconds(7200), "Where is my parcel?", 0);

        assertThat(advise().repeats())
                .containsExactly(new Repeats(
                        new Asked(Operation.CHAT, "reply", ModelId.parse(CLAUDE)), 2, new BigDecimal("0.02")));
    }

    private CacheAdvice advise() {
        return advisor.of(history.calls(), CallFilter.ALL);
    }

    private void call(String prompt, String model, Instant time, String question, long cached) {
        var request = new ChatRequest(
                ModelId.parse(model),
                List.of(Message.of(Role.USER, question)),
                ModelParameters.DEFAULTS,
                ResponseFormat.TEXT,
                false);
        var response = new ChatResponse(
                "Yes",
                "",
                FinishReason.STOP,
                null,
                new Usage(2_000_000L, 1L, cached, null, null, null),
                new Latency(Duration.ZERO, Duration.ofMillis(1), null, null),
                null,
                null,
                List.of(),
                RawExchange.NONE);
        history.calls()
                .add(
                        prompt,
                        new Invocation(
                                "c" + made++,
                                Operation.CHAT,
                                null,
                                time,
                                request,
                                new Outcome.Completed(response),
                                new Cost(new BigDecimal("0.01"), null)));
    }
}
