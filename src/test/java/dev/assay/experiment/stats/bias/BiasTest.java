package dev.assay.experiment.stats.bias;

import static dev.assay.experiment.stats.raters.Preference.BASELINE;
import static dev.assay.experiment.stats.raters.Preference.CHALLENGER;
import static dev.assay.experiment.stats.raters.Preference.TIE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.assay.experiment.stats.bias.SwappedVerdict.Place;
import dev.assay.llm.InputException;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expected figures are scipy's. */
class BiasTest {
    @ParameterizedTest
    @CsvSource({
        "FIRST, SECOND, true",
        "SECOND, FIRST, true",
        "TIE, TIE, true",
        "FIRST, FIRST, false",
        "SECOND, SECOND, false",
        "FIRST, TIE, false",
        "TIE, SECOND, false"
    })
    void aVerdictIsConsistentWhereTheSameAnswerWins(Place baselineFirst, Place challengerFirst, boolean consistent) {
        assertThat(new SwappedVerdict(baselineFirst, challengerFirst).isConsistent())
                .isEqualTo(consistent);
    }

    @Test
    void aJudgeThatAlwaysTakesTheFirstIsFoundOut() {
        PositionBias found = PositionBias.of(Collections.nCopies(12, new SwappedVerdict(Place.FIRST, Place.FIRST)));

        assertThat(found.inconsistency().rate()).isEqualTo(1);
        assertThat(found.firstPreferred().passed()).isEqualTo(24);
        assertThat(found.leans()).isTrue();
        assertThat(found.isUnreliable()).isTrue();
    }

    @Test
    void aJudgeThatSticksToItsAnswersDoesNotLean() {
        PositionBias found = PositionBias.of(Stream.of(
                        Collections.nCopies(9, new SwappedVerdict(Place.FIRST, Place.SECOND)),
                        Collections.nCopies(3, new SwappedVerdict(Place.TIE, Place.SECOND)),
                        Collections.nCopies(4, new SwappedVerdict(Place.TIE, Place.TIE)))
                .flatMap(List::stream)
                .toList());

        assertThat(found).isEqualTo(new PositionBias(16, 3, 9, 12));
        assertThat(found.leans()).isFalse();
        assertThat(found.isUnreliable()).isFalse();
        assertThat(new PositionBias(40, 10, 40, 40).isUnreliable()).isFalse();
        assertThat(new PositionBias(40, 11, 40, 40).isUnreliable()).isTrue();
        assertThat(PositionBias.of(List.of()).inconsistency()).isNull();
        assertThat(PositionBias.of(List.of()).leans()).isFalse();
    }

    @Test
    void lengthsAreHeldAgainstPreferences() {
        LengthBias found = LengthBias.of(List.of(
                new SizedPreference(CHALLENGER, 100, 150),
                new SizedPreference(CHALLENGER, 100, 110),
                new SizedPreference(BASELINE, 200, 100),
                new SizedPreference(TIE, 300, 310),
                new SizedPreference(CHALLENGER, 150, 300),
                new SizedPreference(CHALLENGER, 400, 330),
                new SizedPreference(BASELINE, 120, 121),
                new SizedPreference(TIE, 90, 200)));

        assertThat(found.pairs()).isEqualTo(8);
        assertThat(found.correlation()).isCloseTo(0.41147559989891175, within(1e-12));
        assertThat(found.winnerRatio()).isCloseTo(1.324541672778822, within(1e-12));
        assertThat(found.isWorthTelling()).isTrue();
        assertThat(found.longerPreferred().passed()).isEqualTo(4);
        assertThat(found.longerPreferred().n()).isEqualTo(6);
        assertThat(found.alike()).isEqualTo(new LengthBias.Tally(2, 1, 1));
    }

    @Test
    void withoutPreferencesNothingIsSaidOfLength() {
        LengthBias found = LengthBias.of(List.of(new SizedPreference(TIE, 10, 20)));

        assertThat(found.winnerRatio()).isNull();
        assertThat(found.correlation()).isNull();
        assertThat(found.longerPreferred()).isNull();
        assertThat(found.isWorthTelling()).isFalse();
        assertThatThrownBy(() -> new SizedPreference(TIE, 0, 20)).isInstanceOf(InputException.class);
    }
}
