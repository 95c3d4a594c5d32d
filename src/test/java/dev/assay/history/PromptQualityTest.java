package dev.assay.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.history.metrics.PromptQuality;
import dev.assay.judge.Score;
import dev.assay.llm.ModelId;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PromptQualityTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final ModelId JUDGE = ModelId.parse("judge/strict");

    private final SqlRunHistory history = SqlRunHistory.inMemory();

    @AfterEach
    void close() {
        history.close();
    }

    @Test
    void theMeanIsThatOfTheNewestScoresOfEachPrompt() {
        run("old", NOON, 0.2);
        run("new", NOON.plusSeconds(60), 0.6);
        run("newest", NOON.plusSeconds(120), 0.8);

        List<PromptQuality> quality = history.quality("support/triage", "relevance", 2);

        assertThat(quality).singleElement().satisfies(one -> {
            assertThat(one.mean()).isEqualTo(0.7);
            assertThat(one.answers()).isEqualTo(2);
            assertThat(one.since()).isEqualTo(NOON.plusSeconds(60));
        });
        assertThat(history.quality("support/*", "relevance", 9))
                .singleElement()
                .extracting(PromptQuality::answers)
                .isEqualTo(3L);
        assertThat(history.quality("support", "relevance", 9)).isEmpty();
    }

    @Test
    void eachTextHasAMeanOfItsOwn() {
        run("old", NOON, 0.2);
        run("new", NOON.plusSeconds(60), 0.6);

        assertThat(history.qualityOfTexts("support/triage", "relevance"))
                .singleElement()
                .isEqualTo(new PromptQuality("support/triage", "b1", null, 0.4, 2, NOON));
        assertThat(history.qualityOfTexts("support/*", "relevance")).isEmpty();
    }

    @Test
    void aLongHistoryIsReadNoFurtherThanItsNewestRuns() {
        IntStream.range(0, 502).forEach(i -> run("r" + i, NOON.plusSeconds(i), i < 2 ? 0 : 1));

        assertThat(history.quality("support/triage", "relevance", 10_000))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.answers()).isEqualTo(500);
                    assertThat(one.mean()).isEqualTo(1);
                });
    }

    private void run(String id, Instant time, double score) {
        history.start(Samples.run(id, time), List.of(), List.of());
        var key = new CellKey(0, 0, 0);
        history.append(id, Samples.minimalCell(key));
        history.addScores(id, key, List.of(), List.of(new Score.Scored("relevance", JUDGE, score, 3, "", List.of())));
        history.finish(id, RunStatus.FINISHED, null, time);
    }
}
