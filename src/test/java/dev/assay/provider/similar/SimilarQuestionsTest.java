package dev.assay.provider.similar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.provider.similar.SimilarQuestions.Match;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimilarQuestionsTest {
    @TempDir
    Path folder;

    @Test
    void theMostSimilarOfTheScopeComesFirst() {
        var questions = questions();
        questions.keep(question("s", "near", 1, 0.2f), "a");
        questions.keep(question("s", "nearer", 1, 0.1f), "b");
        questions.keep(question("s", "far", 0, 1), "c");
        questions.keep(question("other", "nearest", 1, 0), "d");
        assertThat(questions.find(question("s", "asked", 1, 0), 0.9))
                .extracting(Match::key)
                .containsExactly("b", "a");
    }

    @Test
    void numbersAndDenialsAreHeldAgainstEachOther() {
        var questions = questions();
        questions.keep(question("s", "Which of 12 may not go?", 1, 0), "a");
        assertThat(questions.find(question("s", "Which of the 12 may NOT go?", 1, 0), 0.9))
                .hasSize(1);
        assertThat(questions.find(question("s", "Which of 13 may not go?", 1, 0), 0.9))
                .isEmpty();
        assertThat(questions.find(question("s", "Which of 12 may go?", 1, 0), 0.9))
                .isEmpty();
    }

    @Test
    void ofAScopeOnlySoManyAreKeptAndTheLongestUnusedGoFirst() throws IOException {
        var questions = questions();
        questions.keep(question("s", "first", 1, 0), "first");
        questions.keep(question("s", "second", 1, 0), "second");
        questions.used("s", "first");
        for (int i = 0; i < 1_999; i++) {
            questions.keep(question("s", "more", 0, 1), "k" + i);
        }
        assertThat(questions.find(question("s", "asked", 1, 0), 0.9))
                .extracting(Match::key)
                .containsExactly("first");
        try (Stream<Path> files = Files.list(folder.resolve("s"))) {
            assertThat(files).hasSize(2_000);
        }
    }

    @Test
    void aDamagedFileIsAsIfItWereNotThere() throws IOException {
        questions().keep(question("s", "first", 1, 0), "first");
        questions().keep(question("s", "second", 1, 0), "second");
        Files.writeString(folder.resolve("s/first.question"), "{\"key\":\"first\",\"text\":null}");
        assertThat(questions().find(question("s", "asked", 1, 0), 0.9))
                .extracting(Match::key)
                .containsExactly("second");
    }

    private SimilarQuestions questions() {
        return new SimilarQuestions(folder, InstantSource.system());
    }

    private static Question question(String scope, String text, float... vector) {
        return new Question(scope, text, vector);
    }
}
