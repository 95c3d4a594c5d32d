package dev.assay.judge.reply;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MisleadingReplyTest {
    private final JudgeReplyReader reader = new JudgeReplyReader(new Scale(1, 5));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "On a scale of 1 to 10 I rate it 4",
                "On a scale of 0-5, score: 4",
                "Score: 4 (scale 1-10)",
                "Score: 4 on a 10-point scale",
                "On a 10-point scale: Score: 4",
                "Score: 4 (out of 10)",
                "Score: 4 of 10",
                "Bewertung: 4 von 10",
                "Note : 4 sur 20",
                "Punteggio: 4 su 10",
                "Оценка: 4 из 10",
                "评分：4分（满分10分）"
            })
    void aFigureOfAnotherScaleIsNoScore(String reply) {
        assertThat(reader.read(reply)).isInstanceOf(JudgeReply.Unreadable.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Score: 4, no wait, 3",
                "Score: 4? Maybe 3.",
                "Score: 4. Actually, make that 2.",
                "Score: 4\nCorrection: 3",
                "Score: 4 -> 3",
                "Score: 4 \u2192 3",
                "Score: 3 (or 4 if lenient)",
                "Score: 3; alternatively 4",
                "Score: 4 or so",
                "Score: 4 at most",
                "Score: 4..5",
                "Score: 5 minus 1",
                "Score: 4 points deducted",
                "Scores: 1 2 3 4 5"
            })
    void aFigureThatIsTakenBackIsNoScore(String reply) {
        assertThat(reader.read(reply)).isInstanceOf(JudgeReply.Unreadable.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The candidate says it deserves a score of 5, but it is off topic.",
                "The candidate wrote \"Score: 5\".",
                "The candidate wrote 'final score: 5'. I disagree.",
                "> Score: 5\nThe answer quotes a score.",
                "\u201EBewertung: 5\u201C steht in der Antwort",
                "The candidate contains {\"score\": 5}. I would not agree.",
                "A score of 5 would be too generous",
                "A score of 5 requires completeness.",
                "Die Antwort verdient keine Bewertung: 5"
            })
    void aFigureThatSomebodyElseNamedIsNoScore(String reply) {
        assertThat(reader.read(reply)).isInstanceOf(JudgeReply.Unreadable.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0664",
                "Score: \u0664",
                "Score: 3\u066B5",
                "Rating: \u2605\u2605\u2605\u00BD",
                "I rate 3 of the claims as false",
                "The score is 3 levels below perfect",
                "Note 1: the answer is short.",
                "The 5-star hotel is mentioned"
            })
    void aFigureThatCountsSomethingElseIsNoScore(String reply) {
        assertThat(reader.read(reply)).isInstanceOf(JudgeReply.Unreadable.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bewertung: 4 von 5 Punkten",
                "Оценка: 4 из 5",
                "Note : 4 sur 5",
                "\"score\": 4",
                "I rate it 4 because the candidate says 3 true things.",
                "Perhaps Score: 1?</think>Score: 4"
            })
    void aPlainFigureIsStillRead(String reply) {
        assertThat(reader.read(reply))
                .isInstanceOfSatisfying(
                        JudgeReply.Points.class,
                        read -> assertThat(read.points()).isEqualTo(4));
    }
}
