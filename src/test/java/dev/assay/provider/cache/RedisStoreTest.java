package dev.assay.provider.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.llm.CacheStatus;
import dev.assay.llm.ChatResponse;
import dev.assay.llm.StorageException;
import dev.assay.settings.CacheSettings;
import dev.assay.settings.KeySource;
import dev.assay.settings.RedisAddress;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.Jedis;

/** Against a real server on a free port where one is installed; skipped else. */
@Timeout(60)
class RedisStoreTest {
    private static final String KEY = "ab" + "0".repeat(62);

    @TempDir
    Path folder;

    private final List<String> notices = new ArrayList<>();
    private Instant now = Instant.parse("2026-09-01T10:00:00Z");
    private @Nullable RedisServer server;

    @AfterEach
    void stop() throws InterruptedException {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void whatOneKeepsAnotherFinds() throws Exception {
        int port = start();
        try (var mine = store(port);
                var yours = store(port)) {
            assertThat(yours.find(KEY)).isEmpty();
            mine.keep(KEY, Answers.answer("Grüße"));

            ChatResponse found = yours.find(KEY).orElseThrow();

            assertThat(found)
                    .isEqualTo(
                            Answers.answer("Grüße").withCache(CacheStatus.HIT).withLatency(found.latency()));
            now = now.plus(Duration.ofDays(31));
            assertThat(yours.find(KEY)).isEmpty();
        }
        assertThat(notices).isEmpty();
    }

    @Test
    void clearingTakesEveryAnswerAndNothingElse() throws Exception {
        int port = start();
        try (var store = store(port);
                var redis = new Jedis("localhost", port)) {
            for (int i = 0; i < 1_200; i++) {
                store.keep(KEY + i, Answers.answer("Hello"));
            }
            redis.set("of-another-program", "stays");

            assertThat(store.count()).hasValue(1_200);
            assertThat(store.clear()).isEqualTo(1_200);

            assertThat(store.find(KEY + 7)).isEmpty();
            assertThat(store.count()).hasValue(0);
            assertThat(redis.get("of-another-program")).isEqualTo("stays");
        }
    }

    @Test
    void aServerThatIsDownIsToldWhereItIsToBeCleared() throws Exception {
        int port = RedisServer.freePort();
        try (var store = store(port)) {
            assertThat(store.count()).isEmpty();
            assertThatThrownBy(store::clear)
                    .isInstanceOf(StorageException.class)
                    .hasMessageContaining("localhost:" + port);
        }
    }

    @Test
    void aWrongPasswordIsToldWithoutIt() throws Exception {
        int port = start("--requirepass", "right");
        try (var right = new RedisStore(
                        address("redis://:right@localhost:" + port), Duration.ofDays(1), () -> now, notices::add);
                var wrong = new RedisStore(
                        address("redis://:wrong-secret@localhost:" + port),
                        Duration.ofDays(1),
                        () -> now,
                        notices::add)) {
            right.keep(KEY, Answers.answer("Hello"));
            assertThat(right.find(KEY)).isPresent();
            assertThat(wrong.find(KEY)).isEmpty();
        }
        assertThat(notices).hasSize(1).first().asString().doesNotContain("wrong-secret");
    }

    @Test
    void aServerThatIsDownFailsNoCallAndIsToldOnce() throws Exception {
        int port = RedisServer.freePort();
        try (var store = store(port)) {
            store.keep(KEY, Answers.answer("lost"));
            assertThat(store.find(KEY)).isEmpty();
            now = now.plusSeconds(60);
            assertThat(store.find(KEY)).isEmpty();
        }
        assertThat(notices)
                .containsExactly(
                        "The shared cache at localhost:" + port + " does not answer; calls are made without it");
    }

    @Test
    void theAddressComesFromTheEnvironmentWhereItHoldsAPassword() throws IOException {
        Path file = folder.resolve("cache.yaml");
        Files.writeString(file, "redis: ${TEAM_CACHE}\n");
        CacheSettings settings =
                CacheSettings.read(file, KeySource.of(Map.of("TEAM_CACHE", "rediss://u:pass@cache.example:7000/2")));

        assertThat(settings.redis().orElseThrow().uri().getPort()).isEqualTo(7000);
        assertThat(settings.toString()).contains("cache.example:7000").doesNotContain("pass");
        for (String wrong : List.of("redis://:pass@host", "${NOT_SET}", "http://host", "redis:")) {
            Files.writeString(file, "redis: \"" + wrong + "\"\n");
            assertThatThrownBy(() -> CacheSettings.read(file, KeySource.of(Map.of())))
                    .hasMessageContaining("cache.yaml:1");
        }
    }

    private RedisStore store(int port) {
        return new RedisStore(address("redis://localhost:" + port), Duration.ofDays(30), () -> now, notices::add);
    }

    private static RedisAddress address(String uri) {
        return new RedisAddress(URI.create(uri));
    }

    private int start(String... options) throws IOException {
        server = RedisServer.start(folder, options);
        return server.port();
    }
}
