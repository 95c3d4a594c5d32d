package dev.assay.provider.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.llm.CacheStatus;
import dev.assay.llm.ChatResponse;
import dev.assay.settings.CacheSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskStoreTest {
    private static final String KEY = "ab" + "0".repeat(62);

    @TempDir
    Path folder;

    private Instant now = Instant.parse("2026-09-01T10:00:00Z");

    @Test
    void anAnswerComesBackWholeFromAnotherProcess() {
        ChatResponse given = Answers.answer("Grüße \uD83D\uDE00\n{\"a\":1}");
        store(1 << 20).keep(KEY, given);

        ChatResponse found = store(1 << 20).find(KEY).orElseThrow();

        assertThat(found).isEqualTo(given.withCache(CacheStatus.HIT).withLatency(found.latency()));
    }

    @Test
    void aDamagedEntryIsNotThereAndIsReplaced() throws IOException {
        var store = store(1 << 20);
        store.keep(KEY, Answers.answer("right"));
        Path file = files().getFirst();
        Files.writeString(file, Files.readString(file).replace("right", "wrong"));

        assertThat(store.find(KEY)).isEmpty();
        Files.write(file, new byte[] {(byte) 0xff, 0, 1});
        assertThat(store.find(KEY)).isEmpty();
        store.keep(KEY, Answers.answer("again"));
        assertThat(store.find(KEY)).map(ChatResponse::text).contains("again");
        assertThat(files()).hasSize(1);
    }

    @Test
    void anAnswerIsForgottenWhenItIsTooOldHoweverOftenItWasUsed() throws IOException {
        var store = store(1 << 20);
        store.keep(KEY, Answers.answer("old"));
        now = now.plus(Duration.ofDays(29));
        assertThat(store.find(KEY)).isPresent();
        now = now.plus(Duration.ofDays(2));

        assertThat(store.find(KEY)).isEmpty();
        assertThat(files()).isEmpty();
    }

    @Test
    void whatWasLongestOfNoUseGoesWhenItIsTooMuch() throws IOException {
        var store = store(1 << 20);
        for (String start : List.of("aa", "bb", "cc")) {
            store.keep(start + "0".repeat(62), Answers.answer("x".repeat(1000)));
            now = now.plusSeconds(60);
        }
        store.find("aa" + "0".repeat(62));
        long one = Files.size(files().getFirst());

        new CacheFolder(folder).trim(2 * one, Instant.EPOCH);

        assertThat(files())
                .extracting(file -> file.getFileName().toString().substring(0, 2))
                .containsExactlyInAnyOrder("aa", "cc");
        new CacheFolder(folder).trim(2 * one, now.plusSeconds(60));
        assertThat(files()).isEmpty();
    }

    @Test
    void theLimitHoldsWhileAnswersComeAndAfterTheEnd() throws IOException {
        var store = store(20_000);
        for (int i = 10; i < 99; i++) {
            store.keep(i + "0".repeat(62), Answers.answer("x".repeat(1000)));
        }
        store.close();

        assertThat(new CacheFolder(folder).size().bytes()).isBetween(10_000L, 20_000L);
        assertThat(new CacheFolder(folder).clear().entries()).isPositive();
        assertThat(files()).isEmpty();
    }

    @Test
    void aFolderThatCannotBeWrittenFailsNoCall() throws IOException {
        Path blocked = folder.resolve("blocked");
        Files.writeString(blocked, "a file");
        var store = new DiskStore(blocked, new CacheSettings(true, 100, Duration.ofDays(1)), () -> now);

        store.keep(KEY, Answers.answer("lost"));

        assertThat(store.find(KEY)).isEmpty();
    }

    private DiskStore store(long maxBytes) {
        return new DiskStore(folder, new CacheSettings(true, maxBytes, Duration.ofDays(30)), () -> now);
    }

    private List<Path> files() {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
