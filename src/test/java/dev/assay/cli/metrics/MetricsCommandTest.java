package dev.assay.cli.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.cli.CommandLineHarness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetricsCommandTest {
    @TempDir
    private Path folder;

    private CommandLineHarness assay;

    @BeforeEach
    void create() throws IOException, GitAPIException {
        Git.init().setDirectory(folder.toFile()).call().close();
        Files.createDirectories(folder.resolve("prompts"));
        Files.writeString(folder.resolve("prompts/tell.prompt"), "Tell of {{topic}}.\n");
        Files.writeString(folder.resolve("topics.csv"), "topic\nants\nbees\n");
        Files.writeString(folder.resolve("providers.yaml"), "providers: {}\n");
        Files.writeString(folder.resolve("calls.jsonl"), """
                {"timestamp":"2026-11-01T10:00:00Z","provider":"openai","model":"gpt","operation":"chat","prompt_tokens":100,"completion_tokens":20,"total_tokens":120,"latency_ms":1000,"cost_usd":0.01,"error":null}
                {"timestamp":"2026-11-01T11:00:00Z","provider":"openai","model":"gpt","operation":"chat","prompt_tokens":100,"completion_tokens":20,"total_tokens":120,"latency_ms":3000,"cost_usd":0.03,"error":"timeout"}
                {"timestamp":"2026-11-02T10:00:00Z","provider":"acme","model":"m","operation":"embed","prompt_tokens":50,"completion_tokens":0,"total_tokens":50,"latency_ms":20,"cost_usd":0.001,"error":null}
                broken
                """);
        assay = new CommandLineHarness(folder, Map.of());
    }

    @Test
    void anImportedLogIsCountedAsAWholeAndByGroup() throws IOException {
        var imported = assay.run("import", "log", "calls.jsonl", "--json");
        assertThat(imported.status()).as(imported.err()).isZero();
        assertThat(imported.json().at("/imported").asInt()).isEqualTo(3);
        assertThat(imported.json().at("/reasons/0/line").asInt()).isEqualTo(4);

        JsonNode metrics = assay.run("metrics", "--json").json();

        assertThat(metrics.at("/totalInvocations").asInt()).isEqualTo(3);
        assertThat(metrics.at("/totalTokens").asInt()).isEqualTo(290);
        assertThat(metrics.at("/totalCostUsd").decimalValue()).isEqualByComparingTo("0.041");
        assertThat(metrics.at("/avgLatencyMs").asDouble()).isEqualTo(1340);
        assertThat(metrics.at("/p50LatencyMs").asDouble()).isBetween(995.0, 1005.0);
        assertThat(metrics.at("/p99LatencyMs").asDouble()).isBetween(2985.0, 3015.0);
        assertThat(metrics.at("/errorRate").asDouble()).isBetween(0.333, 0.334);
        assertThat(metrics.at("/errors/timeout").asInt()).isOne();
        assertThat(metrics.at("/queryMillis").isNumber()).isTrue();
        assertThat(metrics.at("/groups/model")).hasSize(2);
        assertThat(metrics.at("/groups/model/0/model").asText()).isEqualTo("openai/gpt");
        assertThat(metrics.at("/groups/day/1/day").asText()).isEqualTo("2026-11-02");
        assertThat(metrics.at("/groups/operation/0/totalInvocations").asInt()).isEqualTo(2);
        assertThat(metrics.at("/groups/provider/1/p95LatencyMs").asDouble()).isBetween(19.9, 20.1);
    }

    @Test
    void theSameLogTwiceCountsOnceAndATrialCountsNothing() throws IOException {
        assertThat(assay.run("import", "log", "calls.jsonl", "--dry-run").out()).contains("Would import 3 calls");
        assertThat(assay.run("metrics", "--json").json().at("/totalInvocations").asInt())
                .isZero();

        assay.run("import", "log", "calls.jsonl");
        var again = assay.run("import", "log", "calls.jsonl");

        assertThat(again.out()).contains("Imported 0 calls", "3 were there already");
        assertThat(assay.run("metrics", "--json").json().at("/totalInvocations").asInt())
                .isEqualTo(3);
    }

    @Test
    void aTimeAndAGroupingAreChosen() throws IOException {
        assay.run("import", "log", "calls.jsonl");

        JsonNode second = assay.run("metrics", "--since", "2026-11-02", "--by", "provider", "--json")
                .json();
        assertThat(second.at("/totalInvocations").asInt()).isOne();
        assertThat(second.at("/groups")).hasSize(1);
        assertThat(assay.run("metrics", "--until", "2026-11-01T10:30:00Z", "--json")
                        .json()
                        .at("/totalInvocations")
                        .asInt())
                .isOne();

        var table = assay.run("metrics", "--by", "day");
        assertThat(table.out()).contains("2026-11-01", "2026-11-02", "Errors: timeout 1");
        assertThat(assay.run("metrics", "--by", "modle").err()).contains("did you mean model?");
        assertThat(assay.run("metrics", "--since", "yesterday").err()).contains("2026-11-27T08:00:00Z");
        assertThat(assay.run("metrics", "--since", "2026-11-02", "--until", "2026-11-01")
                        .err())
                .contains("no time from");
        assertThat(assay.run("metrics", "--until", "2020-01-01").out()).contains("No call was made");
    }

    @Test
    void callsOfRunsAreCountedByTheirPromptAndJudgedAnewNotTwice() throws IOException {
        assay.run("compare", "--prompt", "tell", "--model", "offline/brief", "--dataset", "topics.csv");
        assay.run("rejudge", "--metrics", "coherence");

        JsonNode metrics = assay.run("metrics", "--json").json();

        assertThat(metrics.at("/totalInvocations").asInt()).isEqualTo(2 + 4 + 2);
        assertThat(metrics.at("/groups/prompt/0/prompt").asText()).isEqualTo("tell");
        assertThat(metrics.at("/groups/operation/0/operation").asText()).isEqualTo("judge");
        assertThat(metrics.at("/groups/operation/0/totalInvocations").asInt()).isEqualTo(6);
    }

    @Test
    void aLogHasNoPrompts() {
        assertThat(assay.run("import", "log", "calls.jsonl", "--name", "x").err())
                .contains("a log has neither");
    }
}
