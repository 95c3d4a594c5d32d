package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.exchange.results.ReportFormat;
import dev.assay.settings.edit.ProviderField;
import dev.assay.settings.secret.Keys;
import dev.assay.workbench.Draft;
import dev.assay.workbench.Drafts;
import dev.assay.workbench.Workbench;
import dev.assay.workbench.Workspaces;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/**
 * A whole session with servers that repeat every key they are sent, after which every file that was written and every
 * line that was shown is searched for the keys.
 */
@Timeout(180)
class PlantedKeysTest {
    private static final List<String> PLANTED = List.of(
            "sk-planted/environment+0123456789=",
            "sk-planted-file-9876543210",
            "planted-header-5555aaaa",
            "pw-planted77",
            "me:pw-planted77");
    private static final String MARK = "the-server-has-read-it";

    @TempDir
    private Path folder;

    private final MockWebServer server = new MockWebServer();
    private final CountDownLatch held = new CountDownLatch(1);
    private final CountDownLatch asked = new CountDownLatch(1);
    private final List<String> shown = new ArrayList<>();
    private Path root;

    @BeforeEach
    void start() throws IOException {
        server.setDispatcher(new Echo());
        server.start();
        root = Workspaces.locate(folder.resolve("work"), folder, environment());
        Files.writeString(folder.resolve("one.csv"), "title,notes\nPlanning,Anna was there\n");
        Files.writeString(root.resolve("providers.yaml"), """
                providers:
                  house:
                    dialect: openai
                    baseUrl: http://127.0.0.1:%1$d/v1
                    apiKey: ${HOUSE_KEY}
                    headers: {X-House-Token: "${HOUSE_TOKEN}"}
                    models: [echo, refuse, wrong, broken, cut]
                    retries: 0
                  filed:
                    dialect: anthropic
                    baseUrl: http://127.0.0.1:%1$d
                    apiKey: ${FILED_KEY}
                    models: [refuse]
                    retries: 0
                  proxied:
                    dialect: openai
                    baseUrl: http://models.invalid/v1
                    proxy: http://me:${PROXY_KEY}@127.0.0.1:%1$d
                    models: [refuse]
                    retries: 0
                """.formatted(server.getPort()));
    }

    @AfterEach
    void stop() {
        held.countDown();
        server.close();
    }

    private Map<String, String> environment() {
        var environment = new HashMap<>(System.getenv());
        environment.put("HOME", folder.toString());
        environment.put("XDG_CONFIG_HOME", folder.toString());
        environment.put("DBUS_SESSION_BUS_ADDRESS", "");
        environment.put("ASSAY_PASSPHRASE", "open sesame");
        environment.put("HOUSE_KEY", PLANTED.get(0));
        environment.put("HOUSE_TOKEN", PLANTED.get(2));
        environment.put("PROXY_KEY", PLANTED.get(3));
        return environment;
    }

    /** Repeats what it is sent, in every spelling, in answers and in errors. */
    private final class Echo extends Dispatcher {
        @Override
        public MockResponse dispatch(RecordedRequest request) {
            String body = request.getBody() == null ? "" : request.getBody().utf8();
            String headers = String.join(", ", headers(request)).replace("\"", "'");
            String key = PLANTED.stream().filter(headers::contains).findFirst().orElse("none");
            String said = MARK + " " + headers + " and " + spelt(headers);
            if (body.contains("\"hold\"")) {
                asked.countDown();
                await();
            }
            if (body.contains("\"echo\"") || body.isEmpty()) {
                return answer(
                        200,
                        key,
                        "{\"choices\": [{\"message\": {\"role\": \"assistant\", \"content\": \"" + said
                                + "\"}, \"finish_reason\": \"stop\"}], \"usage\": {\"prompt_tokens\": 1, \"completion_tokens\": 2}}");
            }
            if (body.contains("\"broken\"")) {
                return answer(200, key, "{\"choices\": [ " + said);
            }
            if (body.contains("\"cut\"")) {
                return answer(200, key, "")
                        .newBuilder()
                        .body("data: {\"choices\": [{\"delta\": {\"content\": \"" + said + "\"}}]}\n\n")
                        .build();
            }
            boolean stranger = headers.contains("models.invalid") && !headers.contains("Proxy-Authorization");
            int status = stranger ? 407 : body.contains("\"wrong\"") ? 500 : 401;
            return answer(status, key, "{\"error\": {\"message\": \"" + said + "\"}}");
        }

        private List<String> headers(RecordedRequest request) {
            var all = new ArrayList<String>();
            request.getHeaders().forEach(header -> all.add(header.getFirst() + ": " + header.getSecond()));
            return all;
        }

        private void await() {
            try {
                held.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private MockResponse answer(int status, String key, String body) {
            return new MockResponse.Builder()
                    .code(status)
                    .addHeader("Content-Type", "application/json")
                    .addHeader("X-Request-Id", key)
                    .addHeader("Proxy-Authenticate", "Basic realm='house'")
                    .body(body)
                    .build();
        }
    }

    /** The keys that are in the headers, in every spelling; the proxy's stands there packed. */
    private static String spelt(String headers) {
        var all = new ArrayList<String>();
        PLANTED.stream()
                .filter(key -> headers.contains(key)
                        || (headers.contains("Proxy-Authorization") && key.equals(PLANTED.get(3))))
                .forEach(key -> all.addAll(PlantedKeys.spellings(key)));
        return String.join(" ", all);
    }

    private CommandLineHarness.Result run(String... arguments) {
        var all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--workspace", root.toString()));
        CommandLineHarness.Result result =
                new CommandLineHarness(folder, environment()).run(all.toArray(String[]::new));
        shown.add(result.out());
        shown.add(result.err());
        return result;
    }

    private void compare(String model) {
        run(
                "compare",
                "--prompt",
                "meeting/notes",
                "--prompt",
                "meeting/notes.detailed",
                "--model",
                model,
                "--dataset",
                folder.resolve("one.csv").toString(),
                "--report",
                folder.resolve("report.xml").toString(),
                "--report",
                folder.resolve("report.md").toString(),
                "--json");
    }

    private void keepKey() {
        InputStream before = System.in;
        try {
            System.setIn(new ByteArrayInputStream((PLANTED.get(1) + "\n").getBytes(StandardCharsets.UTF_8)));
            assertThat(run("keys", "set", "FILED_KEY").status()).isZero();
        } finally {
            System.setIn(before);
        }
    }

    private void editSettings() {
        try (var workbench = Workbench.open(root, "a test", shown::add, Keys.of(environment()))) {
            workbench.providerSetup().set("house", ProviderField.IDLE, "3s");
            assertThatThrownBy(() -> workbench.providerSetup().set("house", ProviderField.API_KEY, PLANTED.get(0)))
                    .satisfies(refused -> shown.add(String.valueOf(refused.getMessage())));
            new Drafts(root).save(new Draft("meeting/notes", "a text", "", Instant.EPOCH));
            workbench.providerSetup().all().forEach(settings -> {
                shown.add(settings.toString());
                shown.add(settings.apiKey().toString());
                LoggerFactory.getLogger(PlantedKeysTest.class).warn("The settings are {}", settings);
            });
            shown.add(workbench.providerSetup().test("house").toString());
        }
    }

    /** Another process is killed while it waits for an answer. */
    private void crash() throws Exception {
        var builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "--enable-native-access=ALL-UNNAMED",
                "dev.assay.Main",
                "compare",
                "--prompt",
                "meeting/notes",
                "--prompt",
                "meeting/notes.detailed",
                "--model",
                "house/hold",
                "--dataset",
                folder.resolve("one.csv").toString(),
                "--workspace",
                root.toString());
        builder.environment().clear();
        builder.environment().putAll(environment());
        builder.redirectErrorStream(true)
                .redirectOutput(folder.resolve("crashed.txt").toFile());
        Process process = builder.start();
        try {
            assertThat(asked.await(60, TimeUnit.SECONDS))
                    .as("the call of the other process; it said: " + Files.readString(folder.resolve("crashed.txt")))
                    .isTrue();
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    @Test
    void noFileAndNoLineHoldsAKey() throws Exception {
        keepKey();
        editSettings();
        List.of(
                        "house/echo",
                        "house/refuse",
                        "house/wrong",
                        "house/broken",
                        "house/cut",
                        "filed/refuse",
                        "proxied/refuse")
                .forEach(this::compare);
        crash();
        run("doctor");
        run("providers", "presets");
        for (String id : PlantedKeys.runs(run("runs", "list", "--json").json())) {
            run("runs", "show", id);
            run("runs", "show", id, "--json");
            for (ReportFormat format : ReportFormat.values()) {
                run("runs", "export", id, "--format", format.word());
            }
        }
        run(
                "export",
                "curl",
                "meeting/notes",
                "--model",
                "house/echo",
                "--out",
                folder.resolve("call.sh").toString());
        run("cache", "stats", "--json");

        Map<Path, String> written = PlantedKeys.read(folder);
        assertThat(written.entrySet())
                .as("the search itself finds what is in history and cache")
                .anyMatch(file -> file.getKey().toString().contains("history")
                        && file.getValue().contains(MARK));
        for (String key : PLANTED) {
            for (String spelling : PlantedKeys.spellings(key)) {
                written.forEach((file, text) -> assertThat(text.contains(spelling))
                        .as(spelling + " in " + folder.relativize(file))
                        .isFalse());
                assertThat(shown).noneMatch(text -> text.contains(spelling));
            }
        }
        assertThat(String.join("", shown)).contains(MARK);
    }
}
