package dev.assay.history.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.history.search.CallFilter.Field;
import dev.assay.llm.InputException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CallFilterTest {
    private static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");

    @Test
    void aLineNamesFieldsTimesWordsAndPhrases() {
        CallFilter filter = CallFilter.parse("model:gpt-4* prompt:\"a b\" since:7d late \"not here\" -refund", NOW);

        assertThat(filter.fields()).isEqualTo(Map.of(Field.MODEL, "gpt-4*", Field.PROMPT, "a b"));
        assertThat(filter.since()).isEqualTo(NOW.minus(Duration.ofDays(7)));
        assertThat(filter.words())
                .isEqualTo(new Words(List.of(
                        new Words.Term("late", false, false),
                        new Words.Term("not here", true, false),
                        new Words.Term("refund", false, true))));
    }

    @Test
    void aColonThatNamesNoFieldIsLookedForAsText() {
        assertThat(CallFilter.parse("http://host -\"", NOW).words())
                .isEqualTo(new Words(List.of(new Words.Term("http://host", true, false))));
    }

    @Test
    void aBlankLineMeansAllCalls() {
        assertThat(CallFilter.parse("  ", NOW)).isEqualTo(CallFilter.ALL);
    }

    @Test
    void whatIsNotKnownIsRefused() {
        assertThatThrownBy(() -> CallFilter.parse("is:blue", NOW))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("is:starred");
        assertThatThrownBy(() -> CallFilter.parse("since:yesterday", NOW)).isInstanceOf(InputException.class);
    }

    @Test
    void aFieldIsPutIntoALineReplacedAndTakenOut() {
        String line = CallFilter.with("late model:x", Field.PROMPT, "my prompt");

        assertThat(line).isEqualTo("prompt:\"my prompt\" late model:x");
        assertThat(CallFilter.with(line, Field.MODEL, "y")).isEqualTo("model:y prompt:\"my prompt\" late");
        assertThat(CallFilter.with(line, Field.PROMPT, null)).isEqualTo("late model:x");
    }
}
