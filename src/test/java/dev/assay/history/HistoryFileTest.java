package dev.assay.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.assay.history.database.Patience;
import dev.assay.history.database.Schema;
import dev.assay.history.metrics.CallQuery;
import dev.assay.llm.CancelledException;
import dev.assay.llm.StorageException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The history in a file, with other processes about. */
class HistoryFileTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration SHORT = Duration.ofMillis(1);

    @TempDir
    Path folder;

    private final List<String> notices = new ArrayList<>();

    @Test
    void theHistoryIsThereAgainAfterClosing() {
        Run run = Samples.run("r", NOON);
        Cell cell = new Samples(1).cell(new CellKey(0, 0, 0));
        try (var history = open(LONG, LONG)) {
            history.start(run, List.of(), List.of());
            history.append("r", cell);
        }
        try (var history = open(LONG, LONG)) {
            assertThat(history.runs(9)).containsExactly(run);
            assertThat(history.cells("r")).containsExactly(cell);
        }
        assertThat(notices).isEmpty();
        assertThat(folder.resolve("history.holder")).doesNotExist();
    }

    @Test
    void cellsThatWereAcknowledgedSurviveAKill() {
        int acknowledged = 25;
        List<String> said;
        try (var other = OtherProcess.start(folder)) {
            IntStream.range(0, 200).forEach(other::ask);
            IntStream.range(0, acknowledged).forEach(index -> other.expect("" + index));
            said = other.kill();
        }
        try (var history = open(LONG, LONG)) {
            List<Cell> cells = history.cells(OtherProcess.RUN);
            assertThat(cells).hasSizeGreaterThanOrEqualTo(acknowledged + said.size());
            for (Cell cell : cells) {
                int index = cell.key().testCase();
                assertThat(cell).isEqualTo(new Samples(index).cell(new CellKey(0, index, 0)));
            }
            assertThat(history.run("latest").orElseThrow().status()).isEqualTo(RunStatus.RUNNING);
        }
        assertThat(notices).isEmpty();
    }

    @Test
    void whoeverWritesWaitsAndIsToldOnceForWhom() {
        try (var other = OtherProcess.start(folder);
                var history = open(LONG, LONG, notice -> {
                    notices.add(notice);
                    other.finish();
                })) {
            history.start(Samples.run("mine", NOON), List.of(), List.of());
            assertThat(notices).hasSize(1);
            assertThat(notices.getFirst()).contains("assay compare (process " + other.pid() + ", since 20");
            assertThat(history.runs(9)).extracting(Run::id).containsExactly(OtherProcess.RUN, "mine");
        }
    }

    @Test
    void anIdleHistoryMakesRoomForAnotherProcess() {
        try (var history = SqlRunHistory.open(folder, "assay window", notices::add, new Patience(LONG, LONG, SHORT))) {
            assertThat(history.runs(9)).isEmpty();
            try (var other = OtherProcess.start(folder)) {
                other.ask(0);
                other.expect("0");
                other.finish();
                assertThat(history.cells(OtherProcess.RUN)).hasSize(1);
            }
        }
    }

    @Test
    void whoeverWritesGivesUpInTheEndAndSaysWhy() {
        try (var other = OtherProcess.start(folder);
                var history = open(SHORT, SHORT)) {
            assertThatThrownBy(() -> history.start(Samples.run("mine", NOON), List.of(), List.of()))
                    .isInstanceOf(StorageException.class)
                    .hasMessageContaining("assay compare (process " + other.pid())
                    .hasMessageContaining("nothing was recorded");
        }
    }

    @Test
    void whoeverOnlyReadsGetsACopyAsFreshAsTheReading() {
        try (var other = OtherProcess.start(folder);
                var history = open(LONG, SHORT)) {
            assertThat(history.runs(9)).extracting(Run::id).containsExactly(OtherProcess.RUN);
            assertThat(history.cells(OtherProcess.RUN)).isEmpty();
            other.ask(0);
            other.expect("0");
            assertThat(history.cells(OtherProcess.RUN)).hasSize(1);
            assertThat(notices).hasSize(2);
            assertThat(notices.get(1)).startsWith("Reading a copy of the run history made at ");
            other.ask(1);
            other.expect("1");
        }
    }

    @Test
    void aReaderOfTheCopyWritesIntoTheRealHistoryLater() {
        try (var other = OtherProcess.start(folder);
                var history = open(LONG, SHORT)) {
            assertThat(history.runs(9)).hasSize(1);
            other.finish();
            history.start(Samples.run("mine", NOON), List.of(), List.of());
        }
        try (var history = open(LONG, LONG)) {
            assertThat(history.runs(9)).hasSize(2);
        }
    }

    @Test
    void aWaitEndsWhenItsThreadIsInterrupted() {
        try (var other = OtherProcess.start(folder);
                var history = open(LONG, LONG, notice -> {})) {
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> history.start(Samples.run("mine", NOON), List.of(), List.of()))
                    .isInstanceOf(CancelledException.class);
            assertThat(Thread.interrupted()).isTrue();
            other.finish();
            assertThat(history.runs(9)).extracting(Run::id).containsExactly(OtherProcess.RUN);
        }
    }

    @Test
    void twoHistoriesOfOneProcessTakeTurnsToo() {
        try (var first = SqlRunHistory.open(folder, "assay window", notices::add, new Patience(LONG, LONG, SHORT));
                var second = open(LONG, LONG)) {
            for (int i = 0; i < 3; i++) {
                first.start(Samples.run("first" + i, NOON), List.of(), List.of());
                first.finish("first" + i, RunStatus.FINISHED, null, NOON);
                second.start(Samples.run("second" + i, NOON), List.of(), List.of());
                second.finish("second" + i, RunStatus.FINISHED, null, NOON);
            }
            assertThat(first.runs(9)).hasSize(6);
        }
    }

    @Test
    void theHistoryIsHeldWhileARunIsUnderWay() {
        try (var first = SqlRunHistory.open(
                        folder, "assay window", notices::add, new Patience(LONG, LONG, Duration.ZERO));
                var second = open(SHORT, SHORT)) {
            first.start(Samples.run("r", NOON), List.of(), List.of());
            first.runs(1);
            assertThatThrownBy(() -> second.start(Samples.run("s", NOON), List.of(), List.of()))
                    .isInstanceOf(StorageException.class)
                    .hasMessageContaining("assay window");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4096, 5000, 8192, 9000, 12288, 30000})
    void aFileThatIsNoHistoryIsSetAsideAsItIsAndTheHistoryBeginsAnew(int length) throws IOException {
        Path file = folder.resolve("history.mv.db");
        byte[] garbage = new byte[length];
        Arrays.fill(garbage, (byte) 'x');
        Files.write(file, garbage);
        try (var history = open(LONG, LONG)) {
            assertThat(history.runs(1)).isEmpty();
            history.start(Samples.run("r", NOON), List.of(), List.of());
        }
        assertThat(setAside()).hasBinaryContent(garbage);
        assertThat(notices).hasSize(2);
        assertThat(notices.getFirst()).contains(file.toString());
        assertThat(notices.getLast()).contains(setAside().toString(), "0 runs");
        try (var history = open(LONG, LONG)) {
            assertThat(history.runs(9)).hasSize(1);
        }
        assertThat(folder.resolve("history.holder")).doesNotExist();
    }

    private Path setAside() throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith("history.damaged-"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void aFileCutShortIsSetAsideAndSalvaged() throws IOException {
        try (var history = open(LONG, LONG)) {
            for (int i = 0; i < 20; i++) {
                history.start(Samples.run("r" + i, NOON), List.of(), List.of());
                history.finish("r" + i, RunStatus.FINISHED, null, NOON);
            }
        }
        Path file = folder.resolve("history.mv.db");
        byte[] whole = Files.readAllBytes(file);
        byte[] cut = Arrays.copyOf(whole, blocks("block", whole, 0));
        Files.write(file, cut);
        try (var history = open(LONG, LONG)) {
            assertThat(history.runs(99)).hasSizeGreaterThan(9);
            history.start(Samples.run("later", NOON), List.of(), List.of());
        }
        assertThat(setAside()).hasBinaryContent(cut);
        assertThat(notices.getFirst()).contains("cut short");
        assertThat(notices.getLast()).contains("assay history restore");
    }

    /** A file in several parts, as a kill leaves it: closing would put them together. */
    private byte[] inParts() throws IOException {
        try (var history = open(LONG, LONG)) {
            history.start(Samples.run("r", NOON), List.of(), List.of());
            for (int i = 0; i < 300; i++) {
                history.append("r", new Samples(i).cell(new CellKey(0, i, 0)));
            }
        }
        try (var history = open(LONG, LONG)) {
            history.start(Samples.run("later", NOON), List.of(), List.of());
            for (int i = 0; i < 100; i++) {
                history.append("later", new Samples(i).cell(new CellKey(0, i, 0)));
            }
            return Files.readAllBytes(folder.resolve("history.mv.db"));
        }
    }

    @Test
    void aFileThatCouldOnlyBeReadAsItWasBeforeIsSalvaged() throws IOException {
        byte[] damaged = inParts();
        Arrays.fill(damaged, blocks("block", damaged, 0), damaged.length, (byte) 0x5a);
        Files.write(folder.resolve("history.mv.db"), damaged);

        try (var history = open(LONG, LONG)) {
            assertThat(history.cells("r")).hasSizeGreaterThan(200);
        }

        assertThat(setAside()).hasBinaryContent(damaged);
        assertThat(notices).hasSize(2);
    }

    @Test
    void damageFoundWhileReadingIsNamedAndWhatCanBeReadIsSavedOnDemand() throws IOException {
        Path file = folder.resolve("history.mv.db");
        byte[] damaged = inParts();
        int largest = 8192;
        for (int block = 8192; block < damaged.length; block += 4096) {
            if (isPart(damaged, block) && blocks("len", damaged, block) > blocks("len", damaged, largest)) {
                largest = block;
            }
        }
        int length = blocks("len", damaged, largest);
        Arrays.fill(damaged, largest + length / 3, largest + length / 2, (byte) 0x5a);
        Files.write(file, damaged);
        try (var history = open(LONG, LONG)) {
            assertThatThrownBy(() -> history.cells("r"))
                    .isInstanceOf(StorageException.class)
                    .hasMessageContaining(file.toString())
                    .hasMessageContaining("damaged")
                    .hasMessageContaining("assay history salvage");
            assertThat(file).hasBinaryContent(damaged);

            var salvage = history.keeper().salvage();

            assertThat(salvage.setAside()).hasBinaryContent(damaged);
            assertThat(history.cells("later")).hasSize(100);
            assertThat(history.cells("r")).hasSizeBetween(1, 299);
        }
    }

    @Test
    void aMigrationThatAKillCutShortIsRunAgain() throws SQLException {
        try (var history = open(LONG, LONG)) {
            history.runs(1);
        }
        String url = "jdbc:h2:file:" + folder.resolve("history") + ";IFEXISTS=TRUE";
        try (var connection = DriverManager.getConnection(url, "assay", "");
                var statement = connection.createStatement()) {
            statement.execute("drop table score");
            statement.execute("delete from \"flyway_schema_history\"");
        }
        try (var history = open(LONG, LONG)) {
            history.start(Samples.run("r", NOON), List.of(), List.of());
            history.append("r", new Samples(1).cell(new CellKey(0, 0, 0)));
            assertThat(history.cells("r")).hasSize(1);
        }
    }

    @Test
    void runsOfTheFirstVersionStillOpenAndNewOnesAreRecordedBesideThem() throws SQLException, IOException {
        Run old = Samples.run("old", NOON);
        Cell cell = Samples.minimalCell(new CellKey(0, 0, 0));
        try (var history = open(LONG, LONG)) {
            history.start(old, List.of(), List.of());
            history.append("old", cell);
        }
        backToTheFirstVersion();
        Cell full = new Samples(3).cell(new CellKey(1, 0, 0));
        try (var history = open(LONG, LONG)) {
            assertThat(history.runs(9)).containsExactly(old);
            assertThat(history.cells("old")).containsExactly(cell);
            assertThat(history.metrics(CallQuery.ALL).whole().invocations()).isOne();
            history.append("old", full);
            assertThat(history.cells("old")).containsExactly(cell, full);
        }
    }

    private void backToTheFirstVersion() throws SQLException, IOException {
        String later = later();
        try (var connection = DriverManager.getConnection("jdbc:h2:" + folder.resolve("history"), "assay", "");
                var statement = connection.createStatement()) {
            Matcher added = Pattern.compile("alter table (\\w+) add column if not exists (\\w+)")
                    .matcher(later);
            while (added.find()) {
                statement.execute("alter table " + added.group(1) + " drop column " + added.group(2));
            }
            Matcher made = Pattern.compile("create table if not exists (\\w+)").matcher(later);
            while (made.find()) {
                statement.execute("drop table " + made.group(1) + " cascade");
            }
            statement.execute("delete from \"flyway_schema_history\" where \"version\" > '1'");
            statement.execute("update invocation set billing = replace(billing, ',\"listed\":null', '')");
        }
    }

    /** All that has changed since the first version. */
    private static String later() throws IOException {
        try (var files = Files.list(Path.of("src/main/resources", Schema.FOLDER))) {
            var text = new StringBuilder();
            for (Path file : files.sorted().skip(1).toList()) {
                text.append(Files.readString(file));
            }
            return text.toString();
        }
    }

    @Test
    void aHistoryOfANewerAssayIsNotTouched() throws SQLException {
        try (var history = open(LONG, LONG)) {
            history.runs(1);
        }
        String url = "jdbc:h2:file:" + folder.resolve("history") + ";IFEXISTS=TRUE";
        try (var connection = DriverManager.getConnection(url, "assay", "");
                var statement = connection.createStatement()) {
            statement.execute("update \"flyway_schema_history\" set \"version\" = '99'");
        }
        try (var history = open(LONG, LONG)) {
            assertThatThrownBy(() -> history.runs(1))
                    .isInstanceOf(StorageException.class)
                    .hasMessageContaining("newer Assay")
                    .hasMessageContaining("99");
        }
    }

    @Test
    void everyMigrationIsCounted() throws IOException {
        try (var files = Files.list(Path.of("src/main/resources", Schema.FOLDER))) {
            assertThat(files)
                    .hasSize(Schema.NEWEST)
                    .anyMatch(file -> file.getFileName().toString().startsWith("V" + Schema.NEWEST + "__"));
        }
    }

    @Test
    void aFolderThatCannotBeWrittenToIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        try (var history = SqlRunHistory.open(file.resolve("below"), "assay", notices::add)) {
            assertThatThrownBy(() -> history.runs(1))
                    .isInstanceOf(StorageException.class)
                    .hasMessageContaining(file.toString());
        }
    }

    private static boolean isPart(byte[] file, int offset) {
        return new String(file, offset, 6, StandardCharsets.ISO_8859_1).equals("chunk:");
    }

    /** A number of blocks in a header of the file, in bytes. */
    private static int blocks(String field, byte[] file, int offset) {
        Matcher number = Pattern.compile("\\b" + field + ":(\\p{XDigit}+)")
                .matcher(new String(file, offset, 200, StandardCharsets.ISO_8859_1));
        assertThat(number.find()).isTrue();
        return Integer.parseInt(number.group(1), 16) * 4096;
    }

    private SqlRunHistory open(Duration write, Duration read) {
        return open(write, read, notices::add);
    }

    private SqlRunHistory open(Duration write, Duration read, Consumer<String> notices) {
        return SqlRunHistory.open(folder, "assay runs", notices, new Patience(write, read, Duration.ofSeconds(2)));
    }

    @Test
    void theBeginningOfARunSurvivesAKill() {
        try (var other = OtherProcess.start(folder)) {
            other.kill();
        }
        try (var history = open(LONG, LONG)) {
            assertThat(history.runs(9)).extracting(Run::id).containsExactly(OtherProcess.RUN);
        }
    }

    @Test
    void theEndOfARunSurvivesAKill() {
        try (var other = OtherProcess.start(folder)) {
            other.ask(OtherProcess.END);
            other.expect("" + OtherProcess.END);
            other.kill();
        }
        try (var history = open(LONG, LONG)) {
            assertThat(history.run("latest").orElseThrow().status()).isEqualTo(RunStatus.FINISHED);
        }
    }

    @Test
    void closingEndsAWaitForAnotherProcess() throws Exception {
        try (var other = OtherProcess.start(folder);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var waiting = new CountDownLatch(1);
            var history = open(LONG, LONG, notice -> waiting.countDown());
            var start = threads.submit(() -> history.start(Samples.run("mine", NOON), List.of(), List.of()));
            waiting.await();
            history.close();
            assertThat(catchThrowable(start::get)).hasCauseInstanceOf(CancelledException.class);
            assertThat(other.pid()).isPositive();
        }
    }
}
