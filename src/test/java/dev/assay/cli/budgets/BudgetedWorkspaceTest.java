package dev.assay.cli.budgets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.CommandLineHarness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Budgets that several runs share. Each answer costs 0.40 dollars. */
class BudgetedWorkspaceTest {
    @TempDir
    private Path folder;

    private final MockWebServer server = new MockWebServer();
    private final AtomicInteger asked = new AtomicInteger();
    private CommandLineHarness assay;

    @BeforeEach
    void create() throws IOException, GitAPIException {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                asked.incrementAndGet();
                return new MockResponse.Builder()
                        .body("{\"choices\":[{\"message\":{\"content\":\"So.\"},\"finish_reason\":\"stop\"}],"
                                + "\"usage\":{\"prompt_tokens\":1000000,\"completion_tokens\":0}}")
                        .build();
            }
        });
        server.start();
        Git.init().setDirectory(folder.toFile()).call().close();
        Files.createDirectories(folder.resolve("prompts"));
        Files.writeString(folder.resolve("prompts/tell.prompt"), "Tell of {{topic}}.\n");
        Files.writeString(folder.resolve("topics.csv"), "topic\nants\nbees\nmoths\n");
        Files.writeString(
                folder.resolve("providers.yaml"),
                "providers:\n  openai:\n    dialect: openai\n    retries: 0\n    baseUrl: " + server.url("/v1") + "\n");
        assay = new CommandLineHarness(folder, Map.of());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private CommandLineHarness.Result compare(String model) {
        return assay.run(
                "compare",
                "--prompt",
                "tell",
                "--model",
                model,
                "--dataset",
                "topics.csv",
                "--concurrency",
                "1",
                "--no-stream",
                "--no-cache",
                "--no-judge");
    }

    private void budgets(String... limits) throws IOException {
        Files.writeString(folder.resolve("budgets.yaml"), "budgets:\n  - " + String.join("\n  - ", limits) + "\n");
    }

    @Test
    void runsOfADayShareItsBudgetAndNoneBeginsOnceItIsUsedUp() throws IOException {
        budgets("{per: day, usd: 2}");
        assertThat(compare("openai/gpt-4.1-mini").status()).isZero();
        assertThat(asked.get()).isEqualTo(3);

        var second = compare("openai/gpt-4.1-mini");
        assertThat(second.status()).isOne();
        assertThat(second.err()).contains("Stopped by the budget");
        assertThat(asked.get()).isEqualTo(5);

        var third = compare("openai/gpt-4.1-mini");
        assertThat(third.status()).isEqualTo(2);
        assertThat(third.err()).contains("A budget is used up", "$2.00 of $2 a day", "budgets.yaml");
        assertThat(asked.get()).isEqualTo(5);

        var told = assay.run("budgets", "--json");
        assertThat(told.status()).isOne();
        assertThat(told.json().at("/budgets/0/spentUsd").decimalValue()).isEqualByComparingTo("2.00");
        assertThat(told.json().at("/budgets/0/state").asText()).isEqualTo("used_up");
    }

    @Test
    void theUserIsWarnedBeforeItIsUsedUp() throws IOException {
        budgets("{per: month, usd: 2.80, warnAt: 0.4}");
        assertThat(compare("openai/gpt-4.1-mini").err()).doesNotContain("are spent");

        assertThat(compare("openai/gpt-4.1-mini").err()).contains("$1.20 of $2.80 a month are spent");
        assertThat(assay.run("budgets").out()).contains("nearly used up", "86%");
    }

    @Test
    void aBudgetOfAnotherModelAndModelsThatAreFreeAreNoHindrance() throws IOException {
        budgets("{per: day, usd: 0, model: openai/gpt-4.1}", "{per: day, usd: 0.001}");
        var free = compare("offline/brief");
        assertThat(free.status()).as(free.err()).isZero();

        var small = compare("openai/gpt-4.1-mini");
        assertThat(small.status()).as(small.err()).isOne();
        assertThat(asked.get()).isZero();

        budgets("{per: day, usd: 0, model: openai/gpt-4.1}");
        assertThat(compare("openai/gpt-4.1-mini").status()).isZero();
        assertThat(compare("openai/gpt-4.1").err()).contains("$0 a day for openai/gpt-4.1");
    }

    @Test
    void aFileThatIsWrongStopsARunBeforeItsFirstCall() throws IOException {
        budgets("{per: week, usd: 2}");

        var refused = compare("openai/gpt-4.1-mini");

        assertThat(refused.status()).isEqualTo(2);
        assertThat(refused.err()).contains("budgets.yaml:2:");
        assertThat(asked.get()).isZero();
    }

    @Test
    void withoutAFileNothingIsLimited() {
        assertThat(assay.run("budgets").out()).contains("There is no budget");
        assertThat(compare("openai/gpt-4.1-mini").status()).isZero();
    }
}
