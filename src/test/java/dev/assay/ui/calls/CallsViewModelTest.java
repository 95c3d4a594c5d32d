package dev.assay.ui.calls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.experiment.TestCase;
import dev.assay.experiment.dataset.NewCase;
import dev.assay.history.CallLog;
import dev.assay.history.LoggedCall;
import dev.assay.history.RecordedCall;
import dev.assay.history.SqlRunHistory;
import dev.assay.history.keeping.HistoryKeeper;
import dev.assay.history.metrics.CallRecord;
import dev.assay.history.search.CallEntry;
import dev.assay.history.search.CallFilter.Field;
import dev.assay.history.search.Mark;
import dev.assay.ui.fx.Tasks;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CallsViewModelTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    @TempDir
    private Path folder;

    private SqlRunHistory history;
    private CallsViewModel viewModel;

    @BeforeEach
    void open() {
        history = SqlRunHistory.open(folder, "test", notice -> {});
        viewModel = new CallsViewModel(
                new Bench(history.calls(), history.keeper()),
                new Tasks(Runnable::run, Runnable::run),
                Runnable::run,
                InstantSource.fixed(NOON));
    }

    @AfterEach
    void close() {
        history.close();
    }

    private record Bench(CallLog calls, HistoryKeeper keeper) implements CallsBench {
        @Override
        public Optional<TestCase> testCase(RecordedCall.Place place) {
            return Optional.empty();
        }

        @Override
        public List<String> datasets() {
            return List.of("support");
        }

        @Override
        public int addCase(String dataset, NewCase added) {
            return 1;
        }
    }

    @Test
    void thePageThatFollowsIsLoadedOnceTheEndComesIntoSight() {
        add(450);

        viewModel.load();
        assertThat(viewModel.entries()).hasSize(200);
        assertThat(viewModel.countProperty().get()).isEqualTo("450 calls");
        viewModel.reach(20);
        assertThat(viewModel.entries()).hasSize(200);
        viewModel.reach(150);
        assertThat(viewModel.entries()).hasSize(400);
        viewModel.reach(399);
        viewModel.reach(449);

        assertThat(viewModel.entries()).hasSize(450).extracting(CallEntry::id).doesNotHaveDuplicates();
    }

    @Test
    void aLineThatCannotBeReadIsToldAndTheListStays() {
        add(3);
        viewModel.load();

        viewModel.lineProperty().set("is:nice");

        assertThat(viewModel.problemProperty().get()).contains("is:starred");
        assertThat(viewModel.entries()).hasSize(3);
        viewModel.lineProperty().set("model:m1");
        assertThat(viewModel.problemProperty().get()).isEmpty();
        assertThat(viewModel.entries()).extracting(CallEntry::id).containsExactly("c1");
    }

    @Test
    void whileSomebodyTypesNothingIsAskedFor() {
        add(3);
        List<Runnable> pauses = new ArrayList<>();
        var typing = new CallsViewModel(
                new Bench(history.calls(), history.keeper()),
                new Tasks(Runnable::run, Runnable::run),
                pauses::add,
                InstantSource.fixed(NOON));
        typing.load();

        for (String line : List.of("m", "mo", "model:", "model:m2")) {
            typing.lineProperty().set(line);
        }
        pauses.subList(0, 3).forEach(Runnable::run);
        assertThat(typing.entries()).hasSize(3);
        pauses.getLast().run();

        assertThat(typing.entries()).extracting(CallEntry::id).containsExactly("c2");
    }

    @Test
    void aMarkIsKeptAndTheSelectedCallStaysSelected() {
        add(3);
        viewModel.load();
        CallEntry middle = viewModel.entries().get(1);
        viewModel.selectedProperty().set(middle);

        viewModel.mark(middle, mark -> mark.withStar(true).withTags(List.of("odd")));

        CallEntry chosen = viewModel.selectedProperty().get();
        assertThat(chosen.id()).isEqualTo(middle.id());
        assertThat(chosen.mark().starred()).isTrue();
        assertThat(history.calls().marks(List.of(middle.id())).get(middle.id()).tags())
                .containsExactly("odd");
        viewModel.narrow(Field.IS, "starred");
        assertThat(viewModel.entries()).extracting(CallEntry::id).containsExactly(middle.id());
        assertThat(viewModel.openedProperty().get()).isNotNull();
    }

    @Test
    void aNoteIsKeptThoughTheListKnowsOfNoStarYet() {
        add(1);
        viewModel.load();
        CallEntry asListed = viewModel.entries().getFirst();
        history.calls().mark(asListed.id(), mark -> mark.withStar(true));

        viewModel.mark(asListed, mark -> mark.withNote("Look again"));

        assertThat(viewModel.entries().getFirst().mark()).isEqualTo(new Mark(true, List.of(), "Look again"));
    }

    @Test
    void aWrongNumberOfDaysIsTold() {
        assertThat(viewModel.file().days("soon")).isEmpty();
        assertThat(viewModel.problemProperty().get())
                .isEqualTo("'soon' is no number of days: write a whole number from 1 to 99999");
        assertThat(viewModel.file().days("0")).isEmpty();
        assertThat(viewModel.file().days("100000")).isEmpty();

        assertThat(viewModel.file().days(" 90 ")).contains(90);

        assertThat(viewModel.problemProperty().get()).isEmpty();
    }

    @Test
    void aTagWithASpaceIsRefusedAndNothingIsLost() {
        add(1);
        viewModel.load();

        viewModel.mark(viewModel.entries().getFirst(), mark -> mark.withTags(List.of("two words")));

        assertThat(viewModel.problemProperty().get()).contains("two words");
        assertThat(viewModel.entries().getFirst().mark().isNone()).isTrue();
    }

    @Test
    void aSavedViewAsksAgainWhatItWasSavedFor() {
        add(3);
        viewModel.load();
        viewModel.lineProperty().set("model:m2");
        viewModel.saveView("second");
        viewModel.lineProperty().set("");
        assertThat(viewModel.entries()).hasSize(3);

        viewModel.useView("second");

        assertThat(viewModel.views()).containsExactly("second");
        assertThat(viewModel.entries()).extracting(CallEntry::id).containsExactly("c2");
        viewModel.deleteView("second");
        assertThat(viewModel.views()).isEmpty();
    }

    @Test
    void aBackupThatIsPutBackBringsItsCallsBack() {
        add(3);
        viewModel.load();
        Path backup = folder.resolve("backup.zip");
        viewModel.file().backup(backup);
        assertThat(viewModel.noticeProperty().get()).contains("backup.zip");
        viewModel.file().backup(backup);
        assertThat(viewModel.problemProperty().get()).contains("already");
        add(5);
        viewModel.file().check();
        assertThat(viewModel.noticeProperty().get()).contains("whole");

        viewModel.file().restore(backup);

        assertThat(viewModel.entries()).hasSize(3);
        assertThat(viewModel.problemProperty().get()).isEmpty();
        viewModel.file().prune(30);
        assertThat(viewModel.noticeProperty().get()).isEqualTo("Nothing is older than 30 days");
    }

    @Test
    void theListedCallsAreExportedThoseNotLoadedIncluded() throws IOException {
        add(450);
        viewModel.load();

        viewModel.export(folder.resolve("calls.csv"));

        assertThat(Files.readAllLines(folder.resolve("calls.csv"))).hasSize(451);
        assertThat(viewModel.noticeProperty().get()).contains("450");
    }

    private void add(int calls) {
        history.addLogged(IntStream.range(0, calls)
                .mapToObj(i -> new LoggedCall(
                        "c" + i,
                        new CallRecord(
                                NOON.minusSeconds(i),
                                "house",
                                "m" + i,
                                "chat",
                                null,
                                null,
                                false,
                                1L,
                                1L,
                                2L,
                                BigDecimal.ONE,
                                null,
                                1.0,
                                null)))
                .toList());
    }
}
