package dev.assay.judge.reply;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChoiceReplyReaderTest {
    private final ChoiceReplyReader pair = new ChoiceReplyReader(List.of("A", "B", "tie"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            A | A
            [[A]] | A
            [[tie]] | tie
            [[TIE]] | tie
            Both are fine, but B cites its source. [[B]] | B
            My final verdict is: [[B]] | B
            Final verdict: B | B
            **Verdict:** A | A
            Winner: Assistant B | B
            {"reasoning": "B rambles", "choice": "A"} | A
            {"reasoning": "x", "choice": "[[B]]"} | B
            {"verdict": "b"} | B
            <think>[[A]]</think>[[B]] | B
            <choice>A</choice> | A
            \\boxed{A} | A
            Answer A is better. | A
            I prefer response B because it is shorter. | B
            A. | A
            """)
    void aPlainChoiceIsRead(String reply, String choice) {
        assertThat(pair.read(reply))
                .isInstanceOfSatisfying(
                        ChoiceReply.Chosen.class,
                        read -> assertThat(read.choice()).isEqualTo(choice));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Both are good.",
                "A good answer.",
                "[[A]] [[B]]",
                "[[C]]",
                "{\"choice\": \"C\"}",
                "{\"choice\": \"A\", \"winner\": \"B\"}",
                "{\"reasoning\": \"x\"} so [[A]]",
                "not [[A]]",
                "The candidate says \"[[A]]\"",
                "[[A]] or [[B]]",
                "Verdict: A or B",
                "<think>[[A]]",
                "I would not pick A",
                "4"
            })
    void whatIsNotPlainIsNotGuessed(String reply) {
        assertThat(pair.read(reply)).isInstanceOf(ChoiceReply.Unreadable.class);
    }

    @ParameterizedTest
    @CsvSource({"Pass, Pass", "'Verdict: fail', Fail", "'{\"label\": \"PASS\"}', Pass", "'[[Pass]]', Pass"})
    void wordsAreReadWhateverTheirCapitals(String reply, String choice) {
        assertThat(new ChoiceReplyReader(List.of("Pass", "Fail")).read(reply))
                .isInstanceOfSatisfying(
                        ChoiceReply.Chosen.class,
                        read -> assertThat(read.choice()).isEqualTo(choice));
    }

    @ParameterizedTest
    @CsvSource({"[[A>>B]], A>>B", "[[A>B]], A>B", "[[B>A]], B>A", "[[A=B]], A=B"})
    void choicesWithSignsAreReadWhole(String reply, String choice) {
        assertThat(new ChoiceReplyReader(List.of("A>>B", "A>B", "A=B", "B>A", "B>>A")).read(reply))
                .isInstanceOfSatisfying(
                        ChoiceReply.Chosen.class,
                        read -> assertThat(read.choice()).isEqualTo(choice));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[[A", "A or ", "Verdict: ", "not A ", "\"A"})
    void longRepliesAreReadInTime(String unit) {
        assertThat(pair.read(unit.repeat(20_000))).isNotNull();
    }
}
