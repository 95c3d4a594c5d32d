package dev.assay.provider.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WordPiecesTest {
    private static Vocabulary vocabulary = new Vocabulary(Map.of());

    @BeforeAll
    static void read() throws IOException {
        try (InputStream file = WordPiecesTest.class.getResourceAsStream("/all-minilm-l6-v2-q-tokenizer.json")) {
            vocabulary = Vocabulary.read(file);
        }
    }

    /** The numbers are those of Hugging Face's own tokenizer for the same texts. */
    static Stream<Arguments> texts() {
        return Stream.of(
                Arguments.of("unaffable", List.of(14477, 20961, 3468)),
                Arguments.of(
                        "Hello, World! It's 3.50$",
                        List.of(7592, 1010, 2088, 999, 2009, 1005, 1055, 1017, 1012, 2753, 1002)),
                Arguments.of("Na\u00efve CAF\u00c9 \u0130stanbul", List.of(15743, 7668, 9960)),
                Arguments.of("\u4eca\u65e5\u306f a\u4e2db", List.of(100, 1864, 1672, 1037, 1746, 1038)),
                Arguments.of("one\u200btwo\tthree\u00a0four", List.of(2028, 2102, 12155, 2093, 2176)),
                Arguments.of("x".repeat(101), List.of(100)),
                Arguments.of("\ud55c\uad6d \ud83d\ude00", List.of(1469, 30006, 30021, 29991, 30014, 30020, 100)),
                Arguments.of(
                        "snake_case -- \u201cquoted\u201d", List.of(7488, 1035, 2553, 1011, 1011, 1523, 9339, 1524)),
                Arguments.of(" \t\u0000 ", List.of()));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void piecesAreThoseTheModelWasTrainedOn(String text, List<Integer> expected) {
        assertThat(new WordPieces(vocabulary).of(text)).containsExactly(expected.toArray(Integer[]::new));
    }

    @Test
    void longTextsAreCutBetweenWordsIntoPartsOfAboutTheSameLength() {
        int[] pieces = new WordPieces(vocabulary).of("unaffable ".repeat(7));

        List<int[]> parts = Windows.of(pieces, 10, vocabulary);

        assertThat(parts).extracting(part -> part.length).containsExactly(6, 6, 9);
        assertThat(parts.stream().flatMapToInt(Arrays::stream).toArray()).isEqualTo(pieces);
        assertThat(Windows.of(pieces, 21, vocabulary)).hasSize(1);
    }

    @Test
    void aWordThatIsLongerThanAPartIsCutAnywhere() {
        int[] pieces = {2028, 2102, 2102, 2102, 2102};

        assertThat(Windows.of(pieces, 2, vocabulary))
                .extracting(part -> part.length)
                .containsExactly(2, 2, 1);
    }
}
