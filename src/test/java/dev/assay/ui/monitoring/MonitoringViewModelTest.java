package dev.assay.ui.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.history.metrics.CallFigures;
import dev.assay.history.metrics.CallRecord;
import dev.assay.history.metrics.GroupBy;
import dev.assay.history.metrics.PromptQuality;
import dev.assay.llm.StorageException;
import dev.assay.settings.budget.SpendingLimit;
import dev.assay.settings.quality.QualityBand;
import dev.assay.ui.fx.Tasks;
import dev.assay.workbench.quality.QualityCourse;
import dev.assay.workbench.quality.QualityFinding;
import dev.assay.workbench.spending.Spent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MonitoringViewModelTest {
    private final Tasks tasks = new Tasks(Runnable::run, Runnable::run);
    private final List<Spent> budgets = new ArrayList<>();
    private final SampleCalls sample = SampleCalls.of(40, 20);
    private final List<QualityFinding> findings = new ArrayList<>();
    private final MonitoringViewModel viewModel = new MonitoringViewModel(
            sample::report, () -> budgets, () -> findings, this::course, SampleCalls.NOON, tasks);

    @Test
    void nothingIsLoadedBeforeSomebodyLooks() {
        assertThat(viewModel.boardProperty().get()).isNull();
    }

    @Test
    void thirtyDaysAreShownAtFirstWithADayEach() {
        viewModel.refresh();

        Board board = viewModel.boardProperty().get();
        assertThat(board.tiles().getFirst().value()).isEqualTo("600");
        assertThat(board.tiles().getFirst().change()).isEqualTo("+200 % vs before");
        assertThat(board.cost().days()).hasSize(30).doesNotHaveDuplicates().endsWith("11-27");
        assertThat(board.cost().series()).hasSize(4);
        assertThat(board.latency().series()).extracting(DayChart.Series::name).containsExactly("p50", "p95", "p99");
        assertThat(board.errors().series())
                .extracting(DayChart.Series::name)
                .containsExactlyInAnyOrder("timeout", "rate_limited");
        assertThat(board.groups()).hasSize(4);
    }

    @Test
    void aChartAddsUpToItsFigure() {
        viewModel.refresh();

        Board board = viewModel.boardProperty().get();
        double drawn = board.cost().series().stream()
                .flatMap(series -> series.values().stream())
                .mapToDouble(value -> value)
                .sum();
        double told = board.groups().stream()
                .mapToDouble(group -> group.costUsd().doubleValue())
                .sum();
        assertThat(drawn).isCloseTo(told, within(1e-9));
    }

    @Test
    void budgetsAreShownBesideTheFiguresAndStandOutOnceTheyAreNearlySpent() {
        var limit = new SpendingLimit(SpendingLimit.Per.DAY, new BigDecimal("5"), null, 0.8);
        budgets.add(new Spent(limit, new BigDecimal("4.50"), LocalDate.of(2026, 11, 27)));
        budgets.add(new Spent(limit, new BigDecimal("1"), LocalDate.of(2026, 11, 27)));

        viewModel.refresh();

        List<Tile> tiles = viewModel.boardProperty().get().tiles();
        assertThat(tiles.get(tiles.size() - 2))
                .isEqualTo(new Tile("$5 a day", "$4.50", "90 % of the budget spent", true));
        assertThat(tiles.getLast().alarming()).isFalse();
    }

    @Test
    void anotherPeriodAndGroupingAreShownAtOnce() {
        viewModel.refresh();

        viewModel.periodProperty().set(Period.WEEK);
        viewModel.groupingProperty().set(GroupBy.OPERATION);

        Board board = viewModel.boardProperty().get();
        assertThat(board.tiles().getFirst().value()).isEqualTo("140");
        assertThat(board.groups()).extracting(CallFigures::name).containsExactlyInAnyOrder("chat", "judge");
    }

    @Test
    void lookingIntoAGroupShowsItAloneAndAllAreThereAgain() {
        viewModel.refresh();
        CallFigures group = viewModel.boardProperty().get().groups().getFirst();

        viewModel.lookInto(group);

        Board board = viewModel.boardProperty().get();
        assertThat(viewModel.focusProperty().get()).isEqualTo(new Focus(GroupBy.MODEL, group.name()));
        assertThat(board.cost().series()).extracting(DayChart.Series::name).containsExactly(group.name());
        assertThat(board.groups())
                .extracting(CallFigures::name)
                .containsExactlyInAnyOrder("meeting/notes", "support/triage");

        viewModel.lookAtAll();

        assertThat(viewModel.groupingProperty().get()).isEqualTo(GroupBy.MODEL);
        assertThat(viewModel.boardProperty().get().groups()).hasSize(4);
    }

    private Optional<QualityCourse> course(String prompt) {
        return prompt.equals("support/triage") ? Optional.of(SampleCalls.course(prompt, 20)) : Optional.empty();
    }

    @Test
    void aPromptThatIsLookedIntoShowsHowWellItsTextsDidCommitByCommit() {
        viewModel.groupingProperty().set(GroupBy.PROMPT);
        viewModel.refresh();
        assertThat(viewModel.boardProperty().get().quality()).isNull();

        viewModel.lookInto(group("support/triage"));

        DayChart quality = viewModel.boardProperty().get().quality();
        assertThat(quality.series()).singleElement().satisfies(series -> {
            assertThat(series.name()).isEqualTo("relevance");
            assertThat(series.values()).hasSize(20).startsWith(0.5).endsWith(0.5 + 19 * 0.02);
        });
        assertThat(quality.days()).hasSize(20).doesNotHaveDuplicates().endsWith("draft b19");
        assertThat(quality.days().stream().filter(name -> !name.isBlank() && name.charAt(0) != '\u200b'))
                .contains("c0ffee16")
                .hasSizeLessThanOrEqualTo(8);
        viewModel.lookAtAll();
        viewModel.lookInto(group("meeting/notes"));
        assertThat(viewModel.boardProperty().get().quality()).isNull();
    }

    private CallFigures group(String name) {
        return viewModel.boardProperty().get().groups().stream()
                .filter(group -> group.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void yearsAreShownByTheMonth() {
        var years = new MonitoringViewModel(
                SampleCalls.of(400, 1)::report,
                List::of,
                List::of,
                prompt -> Optional.empty(),
                SampleCalls.NOON,
                tasks);
        years.periodProperty().set(Period.ALL);

        years.refresh();

        assertThat(years.boardProperty().get().cost().days()).hasSize(14).endsWith("2026-11");
        assertThat(years.boardProperty().get().tiles().getFirst().change()).isEmpty();
    }

    @Test
    void withoutCallsTheBoardIsEmptyAndAFailureIsTold() {
        var none = new MonitoringViewModel(
                new SampleCalls()::report, List::of, List::of, prompt -> Optional.empty(), SampleCalls.NOON, tasks);
        none.refresh();
        assertThat(none.boardProperty().get().isEmpty()).isTrue();

        var failing = new MonitoringViewModel(
                query -> {
                    throw new StorageException("history.mv.db cannot be read");
                },
                List::of,
                List::of,
                prompt -> Optional.empty(),
                SampleCalls.NOON,
                tasks);
        failing.refresh();
        assertThat(failing.problemProperty().get()).contains("cannot be read");
    }

    @Test
    void aPromptBelowItsBandIsATileThatAlarmsAndOthersAreNone() {
        var band = new QualityBand("support/*", "relevance", 0.7, 20);
        findings.add(new QualityFinding(
                band, new PromptQuality("support/reply", "", null, 0.62, 20, SampleCalls.NOON.instant())));
        findings.add(new QualityFinding(
                band, new PromptQuality("support/triage", "", null, 0.7, 20, SampleCalls.NOON.instant())));

        viewModel.refresh();

        assertThat(viewModel.boardProperty().get().tiles())
                .filteredOn(Tile::alarming)
                .containsExactly(new Tile("support/reply", "0.62", "relevance, wanted at least 0.70", true));
    }

    @Test
    void manyModelsAreSixColours() {
        for (int i = 0; i < 9; i++) {
            var call = sample.calls.get(i);
            sample.calls.set(
                    i,
                    new CallRecord(
                            call.startedAt(),
                            "p",
                            "m" + i,
                            "chat",
                            call.prompt(),
                            null,
                            false,
                            1L,
                            1L,
                            2L,
                            call.costUsd(),
                            null,
                            1.0,
                            null));
        }
        viewModel.refresh();

        List<DayChart.Series> series = viewModel.boardProperty().get().cost().series();
        assertThat(series).hasSize(6);
        assertThat(series.getLast().name()).isEqualTo("8 others");
    }
}
