package dev.assay.cli.comparing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.Main;
import dev.assay.history.Cell;
import dev.assay.history.Invocation;
import dev.assay.history.Outcome;
import dev.assay.history.Run;
import dev.assay.history.RunStatus;
import dev.assay.history.SqlRunHistory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A real process is killed at random moments while it compares, and goes on each time; a server counts its calls. */
@Timeout(600)
class KilledRunTest {
    private static final int KILLS = 50;
    private static final int CONCURRENCY = 4;
    private static final int CASES = 300;
    private static final Pattern NUMBER = Pattern.compile("number (\\d+)");

    @TempDir
    private Path folder;

    private final MockWebServer server = new MockWebServer();
    private final Random random = new Random(20261126);
    /** What was asked, in order: the case, with a mark where it was the judge that was asked. */
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());

    private final AtomicInteger untilKill = new AtomicInteger();
    private volatile Process process;

    @BeforeEach
    void create() throws IOException, GitAPIException {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return answer(request.getBody() == null ? "" : request.getBody().utf8());
            }
        });
        server.start();
        Git.init().setDirectory(folder.toFile()).call().close();
        Files.createDirectories(folder.resolve("prompts"));
        Files.createDirectories(folder.resolve("home"));
        Files.writeString(folder.resolve("prompts/tell.prompt"), "Tell of number {{n}} now.\n");
        var cases = new StringBuilder("n\n");
        for (int i = 0; i < CASES; i++) {
            cases.append(1000 + i).append('\n');
        }
        Files.writeString(folder.resolve("numbers.csv"), cases);
        Files.writeString(
                folder.resolve("providers.yaml"),
                "providers:\n  fake:\n    dialect: openai\n    baseUrl: " + server.url("/v1") + "\n");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    /** Counts the call, and kills whoever made it where its turn has come: before, while or after it is answered. */
    private MockResponse answer(String body) {
        Matcher number = NUMBER.matcher(body);
        boolean judges = body.contains("You judge answers");
        asked.add((number.find() ? number.group(1) : "?") + (judges ? " judged" : ""));
        if (untilKill.decrementAndGet() == 0) {
            Process doomed = process;
            Thread.ofVirtual().start(() -> {
                long moment = System.nanoTime() + random.nextInt(6_000_000);
                while (System.nanoTime() < moment) {
                    Thread.onSpinWait();
                }
                doomed.toHandle().destroyForcibly();
            });
        }
        String text = judges
                ? "{\\\"evidence\\\":[],\\\"reasoning\\\":\\\"Good.\\\",\\\"can_judge\\\":true,\\\"score\\\":4}"
                : "It is a number.";
        return new MockResponse.Builder()
                .body("{\"choices\":[{\"message\":{\"content\":\"" + text + "\"},\"finish_reason\":\"stop\"}],"
                        + "\"usage\":{\"prompt_tokens\":5,\"completion_tokens\":4}}")
                .build();
    }

    @Test
    void onlyCallsUnderWayAtTheKillAreMadeAgain() throws Exception {
        Map<String, Integer> mayBeAskedAgain = new HashMap<>();
        Set<String> done = Set.of();
        for (int kill = 0; kill < KILLS; kill++) {
            int before = asked.size();
            Set<String> recordedBefore = done;
            live(1 + random.nextInt(10));
            List<String> now = List.copyOf(asked.subList(before, asked.size()));
            assertThat(now).as("life %d pays for nothing again", kill).allMatch(call -> !recordedBefore.contains(call));
            done = recorded();
            Set<String> lost = new HashSet<>(now);
            lost.removeAll(done);
            // Under way are calls and, beside them, answers that are being written down.
            assertThat(lost)
                    .as("life %d loses what was under way only", kill)
                    .hasSizeLessThanOrEqualTo(2 * CONCURRENCY);
            lost.forEach(call -> mayBeAskedAgain.merge(call, 1, Integer::sum));
        }
        int before = asked.size();
        Set<String> recordedBefore = done;
        assertThat(live(Integer.MAX_VALUE)).isZero();
        assertThat(asked.subList(before, asked.size())).allMatch(call -> !recordedBefore.contains(call));

        Map<String, Integer> times = new HashMap<>();
        asked.forEach(call -> times.merge(call, 1, Integer::sum));
        assertThat(times).hasSize(2 * CASES);
        times.forEach((call, n) -> assertThat(n).as(call).isEqualTo(1 + mayBeAskedAgain.getOrDefault(call, 0)));
        assertThat(recorded()).hasSize(2 * CASES);
    }

    /** One process from its start to its end; returns its exit status. */
    private int live(int calls) throws IOException, InterruptedException {
        untilKill.set(calls);
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(asked.isEmpty() ? compare() : List.of("resume"));
        command.addAll(List.of("--workspace", folder.toString()));
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("home/said.txt").toFile()));
        builder.environment().put("HOME", folder.resolve("home").toString());
        process = builder.start();
        return process.waitFor();
    }

    private static List<String> compare() {
        return List.of(
                "compare",
                "--prompt",
                "tell",
                "--model",
                "fake/small",
                "--dataset",
                "numbers.csv",
                "--metrics",
                "relevance",
                "--concurrency",
                String.valueOf(CONCURRENCY),
                "--no-stream",
                "--no-cache");
    }

    /** The calls whose answers are in history; none fails, and each is there once. */
    private Set<String> recorded() {
        Set<String> calls = new HashSet<>();
        try (var history = SqlRunHistory.open(folder.resolve(".assay"), "test", notice -> {})) {
            List<Run> runs = history.runs(9);
            assertThat(runs).hasSize(1);
            assertThat(runs.getFirst().status()).isIn(RunStatus.RUNNING, RunStatus.FINISHED);
            for (Cell cell : history.cells(runs.getFirst().id())) {
                String number = String.valueOf(cell.inputs().get("n"));
                assertThat(answered(cell.answer())).isTrue();
                assertThat(calls.add(number)).isTrue();
                for (Invocation call : cell.judgeCalls()) {
                    assertThat(answered(call)).isTrue();
                    assertThat(calls.add(number + " judged")).isTrue();
                }
            }
        }
        return calls;
    }

    private static boolean answered(Invocation call) {
        return call.outcome() instanceof Outcome.Completed;
    }
}
