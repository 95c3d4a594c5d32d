package dev.assay.judge.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JudgeReplyReaderTest {
    private static final Path SHARED = Path.of(System.getProperty("assay.shared", "../shared"));

    private final JudgeReplyReader reader = new JudgeReplyReader(new Scale(1, 5));

    @Test
    void theCollectedRepliesReadAsExpected() throws IOException {
        Path collected = SHARED.resolve("data/judge-replies.jsonl");
        assumeTrue(Files.exists(collected), () -> "skipped: the collected replies are not at " + collected);
        List<String> lines = Files.readAllLines(collected);
        var softly = new SoftAssertions();
        for (String line : lines) {
            JsonNode row = new ObjectMapper().readTree(line);
            var scale =
                    new Scale(row.get("scale_min").asInt(), row.get("scale_max").asInt());
            softly.assertThat(points(
                            new JudgeReplyReader(scale).read(row.get("reply").asText())))
                    .describedAs(line)
                    .isEqualTo(
                            row.get("expect").isNull()
                                    ? null
                                    : row.get("expect").doubleValue());
        }
        softly.assertAll();
        assertThat(lines).hasSizeGreaterThanOrEqualTo(48);
    }

    @ParameterizedTest
    @MethodSource("readable")
    void whatIsPlainIsRead(String reply, double points) {
        assertThat(points(reader.read(reply))).isEqualTo(points);
    }

    static Stream<Arguments> readable() {
        return Stream.of(
                of("{\"evidence\": [\"x\"], \"reasoning\": \"Good.\", \"can_judge\": true, \"score\": 4}", 4),
                of("Here you are:\n```json\n{\"score\": 2}\n```\nAnything else? I gave it a 5 once.", 2),
                of("{'Score': 3, // fine\n 'reason': 'it''s', }", 3),
                of("{\"reasoning\": \"line one\nline two\", \"rating\": \"4 / 5\"}", 4),
                of("{\"note\": \"{\\\"score\\\": 1}\", \"score\": 5}", 5),
                of("{\"score\": 4,", 4),
                of("{\"a\": {\"score\": 3}, \"b\": [{\"rating\": 3.0}]}", 3),
                of("{\"score\": 3} {oops", 3),
                of("<think>Score: 1? No.</think>\nScore: 4", 4),
                of("<think>{\"score\": 1}</think>{\"score\": 4}", 4),
                of("**Score:** 4/5", 4),
                of("Score (1-5): 3", 3),
                of("On a scale from 1 to 5, I would rate this a 4.", 4),
                of("I give it a 2.", 2),
                of("Clarity: 3/5, style: 3/5", 3),
                of("The facts get a 2 out of 5 because two are wrong. Overall score: 3", 3),
                of("评分：4", 4),
                of("Note : 3", 3),
                of("４", 4),
                of("It is good.\n\n4", 4),
                of("Score:\u200B 4", 4),
                of("[RESULT] 4", 4),
                of("<S2>3</S2>", 3),
                of("4 stars", 4));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "{\"score\": true} Score: 4",
                "{\"score\": null}\n4",
                "{\"score\": \"good\"}, so 4/5",
                "{\"verdict\": 4}",
                "{\"score\": [4]}",
                "{\"score\": 6}",
                "{\"score\": 1e0}",
                "{\"score\": -1}",
                "{\"score\": 4, \"score\": 5}",
                "{\"score\": 4} {\"score\": 5}",
                "{\"score\": 4",
                "{\"reasoning\": \"he said \"no\"\", \"score\": 4}",
                "{\"relevance\": {\"score\": 4}, \"coherence\": {\"score\": 2}}",
                "<think>Score: 4",
                "<think>Is it 5? <think>Score: 4</think> Score: 4 <think>",
                "Score: 3½",
                "Score: 4²",
                "Score: 3,5",
                "Score: 3-4",
                "Score: 3 or 4",
                "3 to 4 out of 5",
                "between 3 and 4 stars",
                "Score: 4+",
                "Score: ~4",
                "Score: 4/10",
                "Score: 80%",
                "This does not deserve a score of 5",
                "I can't give it a 4",
                "It would have scored 5",
                "Final score: 4. Final score: 5",
                "[[3]] [[4]]",
                "3\nScore: 4\n3",
                "3\n\n4",
                "4 out of 5 facts are right",
                "Note: 3 issues were found",
                "Relevance score: 4, coherence score: 3",
                "Give it one more try",
                "★★☆",
                "1. The answer is short\n2. It is wrong",
                "Score: 0",
                "Score: 6",
                "NaN",
                "4d",
                "0x4",
                "minus 4 points"
            })
    void whatIsNotPlainIsNotGuessed(String reply) {
        assertThat(reader.read(reply)).isInstanceOf(JudgeReply.Unreadable.class);
    }

    @Test
    void theReasonIsKept() {
        assertThat(reader.read("{\"reasoning\": \" Because. \", \"score\": 4}"))
                .isEqualTo(new JudgeReply.Points(4, "Because."));
        assertThat(reader.read("Well argued. Score: 4")).isEqualTo(new JudgeReply.Points(4, "Well argued. Score: 4"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"reasoning\": \"No answer.\", \"can_judge\": false, \"score\": 1}",
                "{\"reasoning\": \"No answer.\", \"cannot_judge\": true, \"score\": 1}",
                "{\"reasoning\": \"No answer.\", \"cannot_judge\": \"true\"}"
            })
    void aJudgeThatCannotJudgeIsBelievedWhateverTheScore(String reply) {
        assertThat(reader.read(reply)).isEqualTo(new JudgeReply.CannotJudge("No answer."));
    }

    @ParameterizedTest
    @CsvSource({"0.5, 0, 1, 0.5", "4, 1, 5, 0.75", "1, 1, 5, 0", "5, 1, 5, 1", "8, 1, 10, 0.7777777777777778"})
    void pointsBecomeAValueFromZeroToOne(double points, int min, int max, double value) {
        assertThat(new Scale(min, max).normalised(points)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "<think>", "Score: ", "★", "4 ", "{\"a\":", "not over 4 or "})
    void longRepliesAreReadInTime(String unit) {
        assertThat(reader.read(unit.repeat(20_000))).isNotNull();
    }

    private static Arguments of(String reply, double points) {
        return Arguments.of(reply, points);
    }

    private static Double points(JudgeReply reply) {
        return reply instanceof JudgeReply.Points read ? read.points() : null;
    }
}
