package dev.assay.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.history.database.HistoryServerSource;
import dev.assay.history.keeping.Retention;
import dev.assay.history.metrics.CallQuery;
import dev.assay.history.search.CallFilter;
import dev.assay.history.search.CallPage.Place;
import dev.assay.llm.InputException;
import dev.assay.llm.StorageException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The history on a real PostgreSQL. */
class TeamHistoryTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private static PostgresServer server;

    @TempDir
    private Path folder;

    @BeforeAll
    static void begin() {
        Assumptions.assumeTrue(PostgresServer.isInstalled(), "PostgreSQL is not installed, so it is not tested here");
        server = PostgresServer.start();
    }

    @AfterAll
    static void end() {
        if (server != null) {
            server.close();
        }
    }

    private SqlRunHistory open(String index) {
        return SqlRunHistory.on(new HistoryServerSource(server.url(), "assay", ""), folder.resolve(index));
    }

    @Test
    void whatOneRecordsAnotherReads() {
        Cell cell = Samples.minimalCell(new CellKey(0, 0, 0));
        try (var one = open("one");
                var other = open("other")) {
            one.start(Samples.run("shared", NOON), List.of(), List.of());
            one.append("shared", cell);
            for (int i = 1; i < 20; i++) {
                one.append("shared", new Samples(i).cell(new CellKey(0, i, 0)));
            }
            other.start(Samples.run("at-the-same-time", NOON.plusSeconds(1)), List.of(), List.of());
            one.finish("shared", RunStatus.FINISHED, null, NOON);

            assertThat(other.run("shar").orElseThrow().status()).isEqualTo(RunStatus.FINISHED);
            assertThat(other.cells("shared")).hasSize(20);
            assertThat(other.cells("shared").getFirst().answer().outcome())
                    .isEqualTo(cell.answer().outcome());
            assertThat(other.metrics(CallQuery.ALL).whole().invocations()).isPositive();
            String metric = other.scoredMetrics(null).getFirst();
            assertThat(other.quality("*", metric, 3)).isNotEmpty();
            assertThat(other.qualityOfTexts(
                            other.quality("*", metric, 3).getFirst().prompt(), metric))
                    .isNotEmpty();
            var page = other.calls().page(CallFilter.ALL, Place.TOP, 5);
            assertThat(page.entries()).hasSize(5);
            String id = page.entries().getFirst().id();
            other.calls().mark(id, mark -> mark.withStar(true).withTags(List.of("odd")));
            assertThat(one.calls().marks(List.of(id)).get(id).starred()).isTrue();
            one.calls().saveView("starred", "is:starred");
            assertThat(other.calls().views()).containsKey("starred");
            assertThat(other.calls()
                            .page(CallFilter.parse("is:starred", NOON), Place.TOP, 9)
                            .entries())
                    .hasSize(1);
            assertThat(one.addLogged(List.of(
                            new LoggedCall("logged", page.entries().getFirst().figures()))))
                    .isEqualTo(1);
            assertThat(one.addLogged(List.of(
                            new LoggedCall("logged", page.entries().getFirst().figures()))))
                    .isZero();
            assertThat(one.keeper().check().rows())
                    .containsEntry("run", (long) one.runs(99).size());
        }
    }

    @Test
    void thePagesTellEachCallOnce() {
        try (var one = open("one")) {
            one.start(Samples.run("paged", NOON.plusSeconds(9)), List.of(), List.of());
            IntStream.range(0, 12).forEach(i -> one.append("paged", new Samples(100 + i).cell(new CellKey(0, i, 0))));

            long told = 0;
            for (Place place = Place.TOP; place != null; ) {
                var page = one.calls().page(CallFilter.ALL, place, 3);
                told += page.entries().size();
                place = page.next();
            }

            assertThat(told).isEqualTo(one.calls().count(CallFilter.ALL)).isGreaterThan(12);
        }
    }

    @Test
    void theHistoryOfAFileIsCopiedUpAsOftenAsOneLikes() {
        try (var local = SqlRunHistory.open(folder.resolve("local"), "test", notice -> {});
                var team = open("team")) {
            local.start(Samples.run("mine", NOON), List.of(), List.of());
            for (int i = 0; i < 7; i++) {
                local.append("mine", new Samples(500 + i).cell(new CellKey(0, i, 0)));
            }
            local.calls().mark("mine", mark -> mark.withNote("mine indeed"));
            local.addLogged(local.calls().page(CallFilter.ALL, Place.TOP, 1).entries().stream()
                    .map(entry -> new LoggedCall("from-a-log", entry.figures()))
                    .toList());
            long calls = local.calls().count(CallFilter.ALL);

            var uploaded = local.keeper().upload(team.keeper());

            assertThat(uploaded.runs()).isEqualTo(1);
            assertThat(uploaded.calls()).isEqualTo(calls);
            assertThat(team.cells("mine")).hasSize(7);
            assertThat(team.calls().marks(List.of("mine")).get("mine").note()).isEqualTo("mine indeed");
            assertThat(team.run("mine").orElseThrow().status()).isEqualTo(RunStatus.RUNNING);
            local.finish("mine", RunStatus.FINISHED, null, NOON);
            var again = local.keeper().upload(team.keeper());
            assertThat(again.runs() + again.calls()).isZero();
            assertThat(team.run("mine").orElseThrow().status()).isEqualTo(RunStatus.FINISHED);
        }
    }

    @Test
    void whatIsDoneToAFileAloneIsRefused() {
        try (var one = open("one")) {
            assertThatThrownBy(() -> one.keeper().compact())
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("on the server jdbc:postgresql://127.0.0.1");
            assertThatThrownBy(() -> one.keeper().backup(folder.resolve("backup.zip")))
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("on the server");
            assertThat(one.keeper().prune(Retention.ALL, NOON, true).isNothing())
                    .isTrue();
        }
    }

    @Test
    void aServerThatIsNotThereIsNamedWithoutItsPassword() {
        try (var one = SqlRunHistory.on(
                new HistoryServerSource("jdbc:postgresql://127.0.0.1:1/none?sslmode=disable", "assay", "s3cret"),
                folder)) {
            assertThatThrownBy(() -> one.runs(1))
                    .isInstanceOf(StorageException.class)
                    .hasMessageContaining("127.0.0.1:1/none")
                    .hasMessageContaining("history.yaml")
                    .hasMessageNotContaining("s3cret");
        }
    }
}
