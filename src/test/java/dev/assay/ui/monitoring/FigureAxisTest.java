package dev.assay.ui.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FigureAxisTest {

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "999, 999", "1000, 1k", "2500, 2.5k", "1200000, 1.2M"})
    void countsAreWrittenShort(double count, String text) {
        assertThat(FigureAxis.counts().toString(count)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.25, 0.5, 2.5})
    void noPartOfACallIsCounted(double between) {
        assertThat(FigureAxis.counts().toString(between)).isEmpty();
    }

    @Test
    void timeBeginsAtABareZero() {
        assertThat(FigureAxis.millis().toString(0)).isEqualTo("0");
    }
}
