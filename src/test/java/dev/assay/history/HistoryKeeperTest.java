package dev.assay.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.history.keeping.Pruned;
import dev.assay.history.keeping.Retention;
import dev.assay.history.metrics.CallQuery;
import dev.assay.history.search.CallEntry;
import dev.assay.history.search.CallFilter;
import dev.assay.history.search.CallPage.Place;
import dev.assay.llm.InputException;
import dev.assay.llm.StorageException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryKeeperTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    @TempDir
    private Path folder;

    private final List<String> notices = new ArrayList<>();
    private String passphrase = "";

    private SqlRunHistory open() {
        return SqlRunHistory.open(
                folder, "assay", notices::add, () -> passphrase.isEmpty() ? Optional.empty() : Optional.of(passphrase));
    }

    /** A finished run of some cells, so many days ago. */
    private static void run(RunHistory history, String id, int daysAgo, int cells) {
        Instant time = NOW.minus(Duration.ofDays(daysAgo));
        history.start(Samples.run(id, time), List.of(), List.of());
        for (int i = 0; i < cells; i++) {
            history.append(id, new Samples(id.hashCode() + i).cell(new CellKey(0, i, 0)));
        }
        history.finish(id, RunStatus.FINISHED, null, time);
    }

    @Test
    void aBackupIsPutBackAndWhatWasThereBeforeIsKept() throws IOException {
        Path backup = folder.resolve("it's a backup.zip");
        try (var history = open()) {
            run(history, "first", 3, 2);
            assertThat(history.keeper().backup(backup)).isEqualTo(Files.size(backup));
            run(history, "second", 2, 2);
            Path before = history.keeper().restore(backup);

            assertThat(history.runs(9)).extracting(Run::id).containsExactly("first");
            assertThat(history.cells("first")).hasSize(2);
            assertThat(before).isNotNull().exists();
            assertThatThrownBy(() -> history.keeper().backup(backup))
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("already");
        }
    }

    @Test
    void whatIsNoBackupIsRefusedAndTheHistoryStays() throws IOException {
        Path text = Files.writeString(folder.resolve("notes.zip"), "no zip at all");
        try (var history = open()) {
            run(history, "r", 1, 1);

            assertThatThrownBy(() -> history.keeper().restore(text))
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("no backup");
            assertThatThrownBy(() -> history.keeper().restore(folder.resolve("missing.zip")))
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("There is no backup");

            assertThat(history.runs(9)).hasSize(1);
        }
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())).noneMatch(name -> name.contains("work"));
        }
    }

    @Test
    void nothingIsPutBackWhileARunIsUnderWay() {
        Path backup = folder.resolve("backup.zip");
        try (var history = open()) {
            history.start(Samples.run("r", NOW), List.of(), List.of());
            history.keeper().backup(backup);

            assertThatThrownBy(() -> history.keeper().restore(backup))
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("under way");
        }
    }

    @Test
    void oldTextsGoFiguresStayAndStarsKeep() {
        try (var history = open()) {
            run(history, "old", 100, 3);
            run(history, "starred", 100, 1);
            run(history, "withStar", 100, 2);
            run(history, "young", 10, 1);
            history.calls().mark("starred", mark -> mark.withStar(true));
            history.calls().mark(history.cells("withStar").getFirst().answer().id(), mark -> mark.withStar(true));
            history.calls().mark("old", mark -> mark.withNote("gone soon"));
            long calls = history.metrics(CallQuery.ALL).whole().invocations();

            var retention = new Retention(Duration.ofDays(90), null);
            Pruned told = history.keeper().prune(retention, NOW, false);
            assertThat(told.runs()).isEqualTo(1);
            assertThat(history.runs(9)).hasSize(4);

            Pruned pruned = history.keeper().prune(retention, NOW, true);

            assertThat(pruned.runs()).isEqualTo(1);
            assertThat(history.runs(9)).extracting(Run::id).containsExactlyInAnyOrder("starred", "withStar", "young");
            assertThat(history.metrics(CallQuery.ALL).whole().invocations()).isEqualTo(calls);
            assertThat(history.calls().marks(List.of("old"))).isEmpty();
            assertThat(history.keeper().prune(retention, NOW, true).isNothing()).isTrue();
        }
    }

    @Test
    void singleCallsGoAndStayToTheMinute() {
        try (var history = open()) {
            Instant limit = NOW.minus(Duration.ofDays(90));
            single(history, "hour", limit.minus(Duration.ofHours(1)));
            single(history, "minute", limit.minus(Duration.ofMinutes(1)));
            single(history, "kept", limit.plus(Duration.ofMinutes(1)));
            single(history, "day", limit.plus(Duration.ofHours(11)));
            var retention = new Retention(Duration.ofDays(90), null);

            assertThat(history.keeper().prune(retention, NOW, false).singles()).isEqualTo(2);
            assertThat(history.keeper().prune(retention, NOW, true).singles()).isEqualTo(2);

            List<CallEntry> calls =
                    history.calls().page(CallFilter.ALL, Place.TOP, 9).entries();
            assertThat(history.calls().whole(calls))
                    .filteredOn(call -> call.invocation() != null)
                    .extracting(call -> call.entry().id())
                    .containsExactly("day", "kept");
        }
    }

    private static void single(RunHistory history, String id, Instant time) {
        Invocation call = Samples.minimalCell(new CellKey(0, 0, 0)).answer();
        history.calls()
                .add(null, new Invocation(id, call.operation(), null, time, call.request(), call.outcome(), null));
    }

    @Test
    void nothingIsCountedTwiceWhereBothAgeAndSizeAreTooMuch() {
        try (var history = open()) {
            run(history, "old", 100, 25);
            run(history, "young", 10, 25);
            single(history, "single", NOW.minus(Duration.ofDays(100)));

            Pruned told = history.keeper().prune(new Retention(Duration.ofDays(90), 1L), NOW, false);

            assertThat(told.runs()).isEqualTo(2);
            assertThat(told.singles()).isEqualTo(1);
            long roomy = told.bytesBefore() * 2;
            Pruned byAge = history.keeper().prune(new Retention(Duration.ofDays(90), roomy), NOW, false);
            assertThat(byAge.runs()).isEqualTo(1);
            assertThat(history.runs(9)).hasSize(2);
        }
    }

    @Test
    void theOldestGoUntilTheFileIsSmallEnough() {
        try (var history = open()) {
            for (int i = 0; i < 8; i++) {
                run(history, "r" + i, 80 - i, 40);
            }
            history.keeper().compact();
            long bytes = history.keeper().prune(Retention.ALL, NOW, true).bytesBefore();

            Pruned pruned = history.keeper().prune(new Retention(null, bytes * 3 / 4), NOW, true);

            assertThat(pruned.bytesAfter()).isLessThanOrEqualTo(bytes * 3 / 4);
            assertThat(history.runs(99))
                    .hasSizeBetween(1, 7)
                    .first()
                    .extracting(Run::id)
                    .isEqualTo("r7");
        }
    }

    @Test
    void anEncryptedHistoryOpensWithItsPassphraseAlone() throws IOException {
        try (var history = open()) {
            run(history, "secret-run", 1, 2);
            assertThatThrownBy(() -> history.keeper().encrypt())
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("ASSAY_HISTORY_PASSPHRASE");
            passphrase = "correct-horse";
            history.keeper().encrypt();
            assertThat(history.runs(9)).hasSize(1);
            assertThat(history.keeper().check().encrypted()).isTrue();
            history.keeper().compact();
            history.keeper().backup(folder.resolve("backup.zip"));
        }
        assertThat(Files.readString(folder.resolve("history.mv.db"), StandardCharsets.ISO_8859_1))
                .doesNotContain("secret-run");
        passphrase = "";
        try (var history = open()) {
            assertThatThrownBy(() -> history.runs(9))
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("assay keys set");
        }
        passphrase = "another";
        try (var history = open()) {
            assertThatThrownBy(() -> history.runs(9))
                    .isInstanceOf(StorageException.class)
                    .hasMessageContaining("passphrase is another one");
        }
        passphrase = "correct-horse";
        try (var history = open()) {
            history.keeper().restore(folder.resolve("backup.zip"));
            assertThat(history.runs(9)).hasSize(1);
            assertThat(history.keeper().salvage().runs()).isEqualTo(1);
            history.keeper().decrypt();
            passphrase = "";
            assertThat(history.cells("secret-run")).hasSize(2);
        }
        assertThat(notices).isEmpty();
    }

    @Test
    void theWordsOfAnEncryptedHistoryLieOnNoDisk() throws IOException {
        Path words = folder.resolve(CallIndex.FOLDER);
        try (var history = open()) {
            run(history, "secret-run", 1, 2);
            single(history, "single", NOW);
            assertThat(found(history, "Hi")).containsExactly("single");
            assertThat(words).isNotEmptyDirectory();
            passphrase = "correct-horse";

            history.keeper().encrypt();

            assertThat(words).doesNotExist();
            assertThat(found(history, "Hi")).containsExactly("single");
            assertThat(words).doesNotExist();
            Files.createDirectories(words);
            Files.writeString(words.resolve("left-by-a-kill"), "Hi");
            assertThat(found(history, "Hi")).containsExactly("single");
            assertThat(words).doesNotExist();

            history.keeper().decrypt();

            assertThat(found(history, "Hi")).containsExactly("single");
            assertThat(words).isNotEmptyDirectory();
        }
    }

    private static List<String> found(RunHistory history, String words) {
        return history.calls().page(CallFilter.parse(words, NOW), Place.TOP, 9).entries().stream()
                .map(CallEntry::id)
                .toList();
    }

    @Test
    void whatAKillLeftBesideTheHistoryIsSweptAway() throws IOException {
        Path left = Files.createDirectories(folder.resolve("history-work-123"));
        Files.writeString(left.resolve("history.mv.db"), "half a history, in the clear");
        try (var history = open()) {
            assertThat(history.runs(9)).isEmpty();

            assertThat(left).doesNotExist();
        }
    }

    @Test
    void aCheckReadsEveryRow() {
        try (var history = open()) {
            run(history, "r", 1, 3);

            assertThat(history.keeper().check().rows())
                    .containsEntry("run", 1L)
                    .containsEntry("cell", 3L)
                    .containsKeys("call_figures", "invocation");
        }
    }

    @Test
    void aCheckAndABackupNeedNotWaitForTheEndOfARun() {
        try (var history = open()) {
            history.start(Samples.run("under-way", NOW), List.of(), List.of());

            assertThat(history.keeper().check().bytes()).isPositive();
            assertThat(history.keeper().backup(folder.resolve("backup.zip"))).isPositive();
            assertThat(history.keeper().prune(Retention.ALL, NOW, true).isNothing())
                    .isTrue();
        }
    }
}
