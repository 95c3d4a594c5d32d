package dev.assay.cli.prices;

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

class PricesCommandTest {
    @TempDir
    Path folder;

    private CommandLineHarness assay;

    @BeforeEach
    void create() throws IOException, GitAPIException {
        Git.init().setDirectory(folder.toFile()).call().close();
        Files.writeString(folder.resolve("providers.yaml"), """
                providers:
                  openai:
                    dialect: openai
                    baseUrl: http://localhost:9/v1
                    models: [gpt-4o, gpt-4-0125-preview, house-model]
                """);
        assay = new CommandLineHarness(folder, Map.of());
    }

    @Test
    void theListShowsThePriceItsTierItsDayAndWhenTheModelRetires() {
        assertThat(assay.run("prices", "list", "gemini-2.5-pro").out())
                .contains("gemini/gemini-2.5-pro", "$1.25", "$10", "2026-07-24", "from 200k tokens $2.5/$15");
        assertThat(assay.run("prices", "list", "gpt-3.5-turbo-1106").out()).contains("2026-09-28");
        assertThat(assay.run("prices", "list", "no-such-model").out()).contains("No price is known for");
    }

    @Test
    void aPriceThatIsSetIsUsedAndShownAsTheWorkspacesOwn() throws IOException {
        var set = assay.run("prices", "set", "openai/gpt-4o", "--input", "1.5", "--output", "6");
        JsonNode first = assay.run("prices", "list", "gpt-4o", "--json")
                .json()
                .path("prices")
                .path(0);

        assertThat(set.status()).isZero();
        assertThat(first.path("own").asBoolean()).isTrue();
        assertThat(first.path("input").asText()).isEqualTo("1.5");
        assertThat(first.path("date").asText()).isNotEmpty();
    }

    @Test
    void theCheckNamesModelsWithoutAPriceAndRetiredOnes() {
        assertThat(assay.run("prices", "check").out())
                .contains("openai/house-model has no price", "openai/gpt-4-0125-preview was retired on 2026-03-26")
                .doesNotContain("openai/gpt-4o has no price");
    }

    @Test
    void aProviderIsPricedByWhereItIsWhateverItIsCalled() throws IOException {
        Files.writeString(folder.resolve("providers.yaml"), """
                providers:
                  work: {dialect: openai, baseUrl: "https://api.openai.com/v1", models: [gpt-4o]}
                  box: {dialect: ollama, models: [llama3]}
                  far: {dialect: ollama, baseUrl: "https://ollama.example", models: [llama3]}
                  ollama: {dialect: ollama, baseUrl: "https://rented.example", models: [llama3]}
                  proxy: {dialect: openai, baseUrl: "https://proxy.example/v1", models: [gpt-4o]}
                """);

        assertThat(assay.run("prices", "check").out())
                .contains("proxy/gpt-4o has no price", "far/llama3 has no price", "ollama/llama3 has no price")
                .doesNotContain("work/gpt-4o has no price", "box/llama3 has no price");
    }

    @Test
    void aMistakeInTheWorkspacesListIsToldWithItsPlaceBeforeAnythingIsSent() throws IOException {
        Files.writeString(folder.resolve("prices.csv"), "provider,model,input,output\nopenai,gpt-4o,dear,1\n");

        var result = assay.run("prices", "list");
        assertThat(result.status()).isEqualTo(2);
        assertThat(result.err()).contains("prices.csv:2", "column input is 'dear'");
        assertThat(assay.run("prices", "set", "a/b", "--input", "x", "--output", "1")
                        .status())
                .isEqualTo(2);
    }

    @Test
    void bedrockIsPricedInEveryRegionAndUnderEveryNameOfTheUsers() throws IOException {
        Files.writeString(folder.resolve("providers.yaml"), """
                providers:
                  claude:
                    dialect: bedrock
                    baseUrl: https://bedrock-runtime.eu-west-1.amazonaws.com
                    models: ["eu.anthropic.claude-haiku-4-5-20251001-v1:0", "eu.acme.other-v1:0"]
                """);
        assertThat(assay.run("prices", "check").out())
                .contains("claude/eu.acme.other-v1:0 has no price")
                .doesNotContain("haiku-4-5-20251001-v1:0 has no price");
    }
}
