package dev.assay.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextSearchTest {
    private final TextSearch hits = TextSearch.of("Tone: a tone, (TONE)", "tone");

    @Test
    void findsWithoutRegardToCase() {
        assertThat(hits.starts()).containsExactly(0, 8, 15);
    }

    @Test
    void goesRoundAtBothEnds() {
        assertThat(hits.next(9)).isEqualTo(2);
        assertThat(hits.next(16)).isEqualTo(0);
        assertThat(hits.previous(8)).isEqualTo(0);
        assertThat(hits.previous(0)).isEqualTo(2);
    }

    @Test
    void takesSignsLiterally() {
        assertThat(TextSearch.of("a.b (x) a+b", "(x").starts()).containsExactly(4);
    }

    @Test
    void nothingStandsNowhere() {
        assertThat(TextSearch.of("text", "").next(0)).isEqualTo(-1);
        assertThat(TextSearch.of("text", "word").previous(3)).isEqualTo(-1);
    }
}
