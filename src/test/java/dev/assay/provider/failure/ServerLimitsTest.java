package dev.assay.provider.failure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.provider.failure.ServerLimits.Remaining;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ServerLimitsTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-26T12:00:00Z"), ZoneOffset.UTC);

    private static List<Remaining> read(Map<String, String> headers) {
        return ServerLimits.read(headers::get, NOON).remaining();
    }

    @Test
    void whatIsLeftAndUntilWhenIsReadInTheFormOfOpenAi() {
        assertThat(read(Map.of(
                        "x-ratelimit-remaining-requests", "0",
                        "x-ratelimit-reset-requests", "6m0s",
                        "x-ratelimit-remaining-tokens", "149984",
                        "x-ratelimit-reset-tokens", "12ms")))
                .containsExactly(
                        new Remaining(true, 0, Duration.ofMinutes(6)),
                        new Remaining(false, 149984, Duration.ofMillis(12)));
        assertThat(read(Map.of("x-ratelimit-remaining-tokens", "5", "x-ratelimit-reset-tokens", "7.66s")))
                .containsExactly(new Remaining(false, 5, Duration.ofMillis(7660)));
    }

    @Test
    void andInThatOfAnthropic() {
        assertThat(read(Map.of(
                        "anthropic-ratelimit-input-tokens-remaining", "10",
                        "anthropic-ratelimit-input-tokens-reset", "2026-11-26T12:00:30Z")))
                .containsExactly(new Remaining(false, 10, Duration.ofSeconds(30)));
    }

    @Test
    void whatIsNotKnownIsNoLimit() {
        assertThat(read(Map.of("x-ratelimit-remaining-requests", "-1", "x-ratelimit-reset-requests", "1s")))
                .isEmpty();
        assertThat(read(Map.of("x-ratelimit-remaining-requests", "0"))).isEmpty();
        assertThat(read(Map.of("x-ratelimit-remaining-requests", "0", "x-ratelimit-reset-requests", "soon")))
                .isEmpty();
    }
}
