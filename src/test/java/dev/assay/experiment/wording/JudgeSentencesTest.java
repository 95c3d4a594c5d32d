package dev.assay.experiment.wording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.experiment.stats.Interval;
import dev.assay.experiment.stats.Proportion;
import dev.assay.experiment.stats.bias.LengthBias;
import dev.assay.experiment.stats.bias.LengthBias.Tally;
import dev.assay.experiment.stats.bias.PositionBias;
import dev.assay.experiment.stats.correction.PredictionPowered;
import dev.assay.experiment.stats.raters.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JudgeSentencesTest {
    @Test
    void agreementIsSaidBesideWhatChanceWouldGet() {
        assertThat(CalibrationSentence.of(new Proportion(27, 30), new Proportion(26, 30), Reading.GOOD))
                .isEqualTo("The judge agrees with you on 27 of 30 (90%, 95% CI 74 to 97%); always giving your"
                        + " commonest vote would agree on 87%. Good enough for verdicts.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "34 | 41 | GOOD | Judge agrees with you 83% (n=41, CI 69-91%)",
                "20 | 41 | POOR | Judge agrees with you 49% (n=41, CI 34-64%)",
                "7 | 7 | NOT_ENOUGH_TO_SAY | Judge not checked: 7 of 20 votes needed",
                "30 | 30 | CANNOT_TELL | Judge not checked: your votes do not vary"
            })
    void theBadgeSaysWhetherTheJudgeWasChecked(int agreed, int votes, Reading reading, String badge) {
        assertThat(CalibrationSentence.badge(new Proportion(agreed, votes), reading))
                .isEqualTo(badge);
    }

    @Test
    void eachReadingSaysWhatItAllows() {
        assertThat(Reading.values())
                .extracting(CalibrationSentence::meaning)
                .containsExactly(
                        "Not enough votes to say: at least 20 are needed.",
                        "Your votes do not vary, so they cannot tell how good the judge is.",
                        "Good enough for verdicts.",
                        "Read its verdicts with care.",
                        "Do not use this judge for verdicts.");
    }

    @Test
    void theSayOfTheOrderIsTold() {
        assertThat(BiasSentence.of(new PositionBias(40, 4, 38, 36)))
                .isEqualTo("The judge changed its mind with the order on 4 of 40 (10%, 95% CI 4 to 23%).");
        assertThat(BiasSentence.of(new PositionBias(40, 20, 60, 20)))
                .isEqualTo("The judge changed its mind with the order on 20 of 40 (50%, 95% CI 35 to 65%). It leans to"
                        + " the answer in the first place: the first was preferred on 60 of 80 (75%, 95% CI 65 to 83%)."
                        + " This judge cannot tell these two apart reliably.");
        assertThat(BiasSentence.of(new PositionBias(0, 0, 0, 0))).isEmpty();
    }

    @Test
    void theSayOfLengthIsTold() {
        var like = new Tally(5, 3, 4);

        assertThat(BiasSentence.of(new LengthBias(40, 20, 10, 1.42, 0.3, like), "A", "B"))
                .isEqualTo("The preferred answer is 1.4x as long as the other. Of 12 pairs within 20% of the same"
                        + " length, B was preferred on 5, A on 4, neither on 3.");
        assertThat(BiasSentence.of(new LengthBias(40, 20, 10, 1.1, 0.1, like), "A", "B"))
                .isEqualTo("The preferred answer is 1.1x as long as the other.");
        assertThat(BiasSentence.of(new LengthBias(40, 0, 0, null, null, like), "A", "B"))
                .isEmpty();
    }

    @Test
    void theCorrectedDifferenceNamesItsVotes() {
        var interval = new Interval(0.01, 0.11);

        assertThat(CorrectionSentence.of(new PredictionPowered(0.06, interval, 0.025, 0.7, 30, 170), "A", "B"))
                .isEqualTo("Corrected by your 30 votes: B - A = 0.06 (95% CI 0.01 to 0.11, n = 200 cases).");
        assertThat(CorrectionSentence.of(new PredictionPowered(0.06, interval, 0.025, 0.7, 19, 170), "A", "B"))
                .isEqualTo("Too few votes to correct the judge by: 19 (at least 20 needed).");
    }

    @Test
    void theCorrectedWinRateIsAShare() {
        var corrected = new PredictionPowered(0.24, new Interval(0.08, 0.4), 0.08, 0.7, 30, 170);

        assertThat(CorrectionSentence.winRate(corrected, "B"))
                .isEqualTo(
                        "Corrected by your 30 votes: B has a win rate of 0.62 (95% CI 0.54 to 0.70, n = 200 cases).");
        assertThat(CorrectionSentence.winRate(new PredictionPowered(0.24, null, 0, 0.7, 3, 170), "B"))
                .startsWith("Too few votes");
    }
}
