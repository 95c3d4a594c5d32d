package dev.assay.provider.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryAfterTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            retry-after         | 7                             | PT7S
            retry-after         | 1.5                           | PT1.5S
            retry-after         | Mon, 23 Nov 2026 12:00:30 GMT | PT30S
            retry-after         | Mon, 23 Nov 2026 11:00:00 GMT | PT0S
            retry-after-ms      | 250                           | PT0.25S
            x-ms-retry-after-ms | 250                           | PT0.25S
            retry-after         | -1                            | -
            retry-after         | soon                          | -
            retry-after         | 1e99                          | -
            other               | 7                             | -
            """)
    void everyHeaderInUseIsRead(String name, String value, Duration wait) {
        assertThat(RetryAfter.read(Map.of(name, value)::get, "", NOON)).isEqualTo(wait);
    }

    @Test
    void millisecondsAreMoreExact() {
        var headers = Map.of("retry-after", "1", "retry-after-ms", "300");
        assertThat(RetryAfter.read(headers::get, "", NOON)).isEqualTo(Duration.ofMillis(300));
    }

    @Test
    void theBodyMaySayIt() {
        String body = "[{\"error\":{\"details\":[{\"@type\":\"x\"},{\"retryDelay\":\"34.4s\"}]}}]";
        assertThat(RetryAfter.read(name -> null, body, NOON)).isEqualTo(Duration.ofMillis(34_400));
    }
}
