package dev.assay.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.judge.JudgeCall;
import dev.assay.judge.Score;
import dev.assay.llm.InputException;
import dev.assay.llm.ModelId;
import dev.assay.llm.StorageException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class H2RunHistoryTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00.123456789Z");

    private final H2RunHistory history = H2RunHistory.inMemory();

    @AfterEach
    void close() {
        history.close();
    }

    @Test
    void aRunReadsBackAsItWasStarted() {
        Run run = Samples.run("20261123-120000-aaaa", NOON);
        history.start(run);
        assertThat(history.run(run.id())).contains(run);
        assertThat(history.runs(10)).containsExactly(run);
        assertThat(history.cells(run.id())).isEmpty();
    }

    @Test
    void aRunWithoutJudgeReadsBack() {
        var run = new Run("r", "", NOON, NOON, RunStatus.STOPPED, List.of(), "", "", 0, 1, List.of(), null);
        history.start(run);
        assertThat(history.run("r")).contains(run);
    }

    @Test
    void theEndOfARunIsRecorded() {
        Run run = Samples.run("r", NOON);
        history.start(run);
        history.finish("r", RunStatus.STOPPED, NOON.plusNanos(1));
        assertThat(history.run("r").orElseThrow().status()).isEqualTo(RunStatus.STOPPED);
        assertThat(history.run("r").orElseThrow().finishedAt()).isEqualTo(NOON.plusNanos(1));
        assertThatThrownBy(() -> history.finish("other", RunStatus.FINISHED, NOON))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("other");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void cellsOfEveryShapeReadBackAsTheyWereWritten(long seed) {
        var samples = new Samples(seed);
        history.start(Samples.run("r", NOON));
        var third = samples.cell(new CellKey(1, 0, 1));
        var first = samples.cell(new CellKey(0, 7, 0));
        var second = samples.cell(new CellKey(1, 0, 0));
        List.of(third, first, second).forEach(cell -> history.append("r", cell));
        assertThat(history.cells("r")).containsExactly(first, second, third);
    }

    @Test
    void aCellWithNothingButTheNecessaryReadsBack() {
        history.start(Samples.run("r", NOON));
        Cell cell = Samples.minimalCell(new CellKey(0, 0, 0));
        history.append("r", cell);
        assertThat(history.cells("r")).containsExactly(cell);
    }

    @Test
    void theCallsOfAScoreReadBackFromTheCellOnly() {
        history.start(Samples.run("r", NOON));
        Cell cell = Samples.minimalCell(new CellKey(0, 0, 0));
        var judgeCall = new JudgeCall(NOON, cell.answer().request(), null, null);
        var judge = ModelId.parse("offline/brief");
        var score = new Score.Unscored("relevance", judge, "unreadable", "hm", List.of(judgeCall));
        history.append(
                "r", new Cell(cell.key(), Map.of(), null, cell.answer(), List.of(cell.answer()), List.of(score)));
        Cell read = history.cells("r").getFirst();
        assertThat(read.scores())
                .containsExactly(new Score.Unscored("relevance", judge, "unreadable", "hm", List.of()));
        assertThat(read.judgeCalls()).containsExactly(cell.answer());
    }

    @Test
    void aCellThatCannotBeRecordedWholeIsNotRecordedAtAll() {
        history.start(Samples.run("r", NOON));
        Cell cell = new Samples(1).cell(new CellKey(0, 0, 0));
        history.append("r", cell);
        assertThatThrownBy(() -> history.append("r", cell)).isInstanceOf(StorageException.class);
        Cell noVariant = Samples.minimalCell(new CellKey(9, 0, 0));
        assertThatThrownBy(() -> history.append("r", noVariant)).isInstanceOf(StorageException.class);
        assertThatThrownBy(() -> history.append("no run", cell)).isInstanceOf(StorageException.class);
        assertThat(history.cells("r")).containsExactly(cell);
    }

    @Test
    void manyCellsAtOnceAreRecordedAndOneThatCannotBeTakesNoOtherWithIt() {
        history.start(Samples.run("r", NOON));
        var failures = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 200; i++) {
                var key = new CellKey(i % 40 == 7 ? 9 : 0, i, 0);
                threads.execute(() -> {
                    try {
                        history.append("r", Samples.minimalCell(key));
                    } catch (StorageException e) {
                        failures.incrementAndGet();
                    }
                });
            }
        }
        assertThat(failures).hasValue(5);
        assertThat(history.cells("r")).hasSize(195).extracting(Cell::key).doesNotHaveDuplicates();
    }

    @Test
    void theNewestRunsComeFirst() {
        for (int i = 0; i < 5; i++) {
            history.start(Samples.run("run" + (9 - i), NOON.plusSeconds(i)));
        }
        assertThat(history.runs(3)).extracting(Run::id).containsExactly("run5", "run6", "run7");
        assertThat(history.run("latest")).map(Run::id).contains("run5");
    }

    @Test
    void aRunIsFoundByAUniqueBeginning() {
        history.start(Samples.run("20261123-120000-aaaa", NOON));
        history.start(Samples.run("20261123-120000-abbb", NOON));
        history.start(Samples.run("20261124", NOON));
        history.start(Samples.run("20261124-090000-cccc", NOON));
        assertThat(history.run("20261123-120000-aa")).map(Run::id).contains("20261123-120000-aaaa");
        assertThat(history.run("20261124")).map(Run::id).contains("20261124");
        assertThat(history.run("2027")).isEmpty();
        assertThat(history.run("%")).isEmpty();
        assertThat(history.run("")).isEmpty();
        assertThatThrownBy(() -> history.run("20261123"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("20261123-120000-aaaa")
                .hasMessageContaining("20261123-120000-abbb");
    }

    @Test
    void anEmptyHistoryHasNoLatestRun() {
        assertThat(history.run("latest")).isEmpty();
        assertThat(history.runs(1)).isEmpty();
    }

    @Test
    void anInterruptedThreadStillRecordsWhatIsFinished() {
        history.start(Samples.run("r", NOON));
        Cell cell = new Samples(3).cell(new CellKey(0, 0, 0));
        Thread.currentThread().interrupt();
        history.append("r", cell);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(history.cells("r")).containsExactly(cell);
    }

    @Test
    void aClosedHistorySaysSo() {
        history.close();
        history.close();
        assertThatThrownBy(() -> history.runs(1))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("closed");
    }
}
