package dev.assay.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.judge.JudgeCall;
import dev.assay.judge.Metric;
import dev.assay.judge.Score;
import dev.assay.llm.InputException;
import dev.assay.llm.ModelId;
import dev.assay.llm.StorageException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlRunHistoryTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00.123456789Z");

    private final SqlRunHistory history = SqlRunHistory.inMemory();

    @AfterEach
    void close() {
        history.close();
    }

    @Test
    void aRunReadsBackAsItWasStarted() {
        Run run = Samples.run("20261123-120000-aaaa", NOON);
        history.start(run, List.of(), List.of());
        assertThat(history.run(run.id())).contains(run);
        assertThat(history.runs(10)).containsExactly(run);
        assertThat(history.cells(run.id())).isEmpty();
    }

    @Test
    void aRunWithoutJudgeReadsBack() {
        var run = new Run(
                "r",
                "",
                NOON,
                NOON,
                RunStatus.STOPPED,
                null,
                List.of(),
                "",
                "",
                0,
                1,
                List.of(),
                null,
                RunSettings.UNKNOWN,
                null);
        history.start(run, List.of(), List.of());
        assertThat(history.run("r")).contains(run);
    }

    @Test
    void whatARunMeasuresAndHowItIsMadeReadsBack() {
        var metric = new Metric("cites", "contains", Map.of("value", "[1]", "any", List.of("a", "b")), 0.5);
        var settings = new RunSettings(8, false, false, new BigDecimal("1.25"), "cites");
        var origin = new RunOrigin(RunOrigin.Kind.REJUDGED, "earlier");
        var run = new Run(
                "r",
                "t",
                NOON,
                null,
                RunStatus.RUNNING,
                null,
                List.of(),
                "d",
                "h",
                1,
                1,
                List.of(metric),
                null,
                settings,
                origin);
        history.start(run, List.of(), List.of());
        assertThat(history.run("r")).contains(run);
        history.finish("r", RunStatus.STOPPED, StopReason.BUDGET, NOON);
        assertThat(history.run("r")).contains(run.ended(RunStatus.STOPPED, StopReason.BUDGET, NOON));
        history.resume("r");
        assertThat(history.run("r")).contains(run);
    }

    @Test
    void theCasesAndTextsOfARunReadBack() {
        List<RunCase> cases = List.of(
                new RunCase(0, Map.of("q", "Who?", "n", 3), "Ada", 2, List.of("hard", "né"), "doc 1"),
                new RunCase(1, Map.of(), null, 0, List.of(), null));
        List<RunSource> sources = List.of(
                new RunSource(0, RunSource.Kind.PARTIAL, "tone", "Be kind."),
                new RunSource(0, RunSource.Kind.PROMPT, "prompts/p.prompt", "{{> tone}} {{q}}"));
        history.start(Samples.run("r", NOON), cases, sources);
        assertThat(history.cases("r")).isEqualTo(cases);
        assertThat(history.sources("r")).isEqualTo(sources);
        assertThat(history.cases("other")).isEmpty();
    }

    @Test
    void aCellTakesThePlaceOfTheOneBeforeIt() {
        var samples = new Samples(3);
        history.start(Samples.run("r", NOON), List.of(), List.of());
        history.append("r", samples.cell(new CellKey(0, 0, 0)));
        Cell kept = samples.cell(new CellKey(0, 1, 0));
        history.append("r", kept);
        Cell again = samples.cell(new CellKey(0, 0, 0));
        history.append("r", again);
        assertThat(history.cells("r")).containsExactly(again, kept);
    }

    @Test
    void furtherScoresOfACellStandBehindTheFirst() {
        history.start(Samples.run("r", NOON), List.of(), List.of());
        Cell first = new Samples(5).cell(new CellKey(0, 0, 0));
        history.append("r", first);
        Cell more = new Samples(6).cell(new CellKey(0, 0, 0));
        history.addScores("r", first.key(), more.judgeCalls(), more.scores());
        Cell read = history.cells("r").getFirst();
        assertThat(read.answer()).isEqualTo(first.answer());
        assertThat(read.judgeCalls())
                .isEqualTo(Stream.concat(first.judgeCalls().stream(), more.judgeCalls().stream())
                        .toList());
        assertThat(read.scores())
                .isEqualTo(Stream.concat(first.scores().stream(), more.scores().stream())
                        .toList());
    }

    @Test
    void aScoreWithoutAModelReadsBack() {
        history.start(Samples.run("r", NOON), List.of(), List.of());
        Cell cell = Samples.minimalCell(new CellKey(0, 0, 0));
        var score = new Score.Scored("cites", null, 1, 1, "It cites.", List.of());
        history.append("r", cell);
        history.addScores("r", cell.key(), List.of(), List.of(score));
        assertThat(history.cells("r").getFirst().scores()).containsExactly(score);
    }

    @Test
    void aPersonHasOneVoteForAPairWhicheverStoodOnTheLeft() {
        history.start(Samples.run("r", NOON), List.of(), List.of());
        var first = new Vote(4, 0, 1, Vote.Choice.LEFT, "Ada <ada@example.org>", NOON);
        var again = new Vote(4, 1, 0, Vote.Choice.TIE, "Ada <ada@example.org>", NOON.plusSeconds(1));
        var other = new Vote(4, 1, 0, Vote.Choice.BOTH_BAD, "Bob <bob@example.org>", NOON.plusSeconds(2));
        List.of(first, again, other).forEach(vote -> history.vote("r", vote));
        assertThat(history.votes("r")).containsExactly(again, other);
        history.takeBack("r", first);
        assertThat(history.votes("r")).containsExactly(other);
    }

    @Test
    void theEndOfARunIsRecorded() {
        Run run = Samples.run("r", NOON);
        history.start(run, List.of(), List.of());
        history.finish("r", RunStatus.STOPPED, null, NOON.plusNanos(1));
        assertThat(history.run("r").orElseThrow().status()).isEqualTo(RunStatus.STOPPED);
        assertThat(history.run("r").orElseThrow().finishedAt()).isEqualTo(NOON.plusNanos(1));
        assertThatThrownBy(() -> history.finish("other", RunStatus.FINISHED, null, NOON))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("other");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void cellsOfEveryShapeReadBackAsTheyWereWritten(long seed) {
        var samples = new Samples(seed);
        history.start(Samples.run("r", NOON), List.of(), List.of());
        var third = samples.cell(new CellKey(1, 0, 1));
        var first = samples.cell(new CellKey(0, 7, 0));
        var second = samples.cell(new CellKey(1, 0, 0));
        List.of(third, first, second).forEach(cell -> history.append("r", cell));
        assertThat(history.cells("r")).containsExactly(first, second, third);
    }

    @Test
    void aCellWithNothingButTheNecessaryReadsBack() {
        history.start(Samples.run("r", NOON), List.of(), List.of());
        Cell cell = Samples.minimalCell(new CellKey(0, 0, 0));
        history.append("r", cell);
        assertThat(history.cells("r")).containsExactly(cell);
    }

    @Test
    void theCallsOfAScoreReadBackFromTheCellOnly() {
        history.start(Samples.run("r", NOON), List.of(), List.of());
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
        history.start(Samples.run("r", NOON), List.of(), List.of());
        Cell cell = new Samples(1).cell(new CellKey(0, 0, 0));
        history.append("r", cell);
        Cell noVariant = Samples.minimalCell(new CellKey(9, 0, 0));
        assertThatThrownBy(() -> history.append("r", noVariant)).isInstanceOf(StorageException.class);
        assertThatThrownBy(() -> history.append("no run", cell)).isInstanceOf(StorageException.class);
        assertThat(history.cells("r")).containsExactly(cell);
    }

    @Test
    void manyCellsAtOnceAreRecordedAndOneThatCannotBeTakesNoOtherWithIt() {
        history.start(Samples.run("r", NOON), List.of(), List.of());
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
            history.start(Samples.run("run" + (9 - i), NOON.plusSeconds(i)), List.of(), List.of());
        }
        assertThat(history.runs(3)).extracting(Run::id).containsExactly("run5", "run6", "run7");
        assertThat(history.run("latest")).map(Run::id).contains("run5");
    }

    @Test
    void aRunIsFoundByAUniqueBeginning() {
        history.start(Samples.run("20261123-120000-aaaa", NOON), List.of(), List.of());
        history.start(Samples.run("20261123-120000-abbb", NOON), List.of(), List.of());
        history.start(Samples.run("20261124", NOON), List.of(), List.of());
        history.start(Samples.run("20261124-090000-cccc", NOON), List.of(), List.of());
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
        history.start(Samples.run("r", NOON), List.of(), List.of());
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
