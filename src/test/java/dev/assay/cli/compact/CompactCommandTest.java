package dev.assay.cli.compact;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.cli.CommandLineHarness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompactCommandTest {
    private static final String PROMPT = """
            ---
            model: openai/gpt-4.1-mini
            ---
            Explain   {{thing}} in three sentences. Use plain English only.

            ```
            a   b
            ```

            - Use plain English only.
            """;

    @TempDir
    Path folder;

    private CommandLineHarness assay;

    @BeforeEach
    void create() throws IOException, GitAPIException {
        Git.init().setDirectory(folder.toFile()).call().close();
        Files.writeString(folder.resolve("providers.yaml"), "providers: {}\n");
        Files.createDirectories(folder.resolve("prompts"));
        Files.writeString(folder.resolve("prompts/say.prompt"), PROMPT);
        Files.createDirectories(folder.resolve("datasets"));
        dataset("things", 12);
        dataset("few", 4);
        assay = new CommandLineHarness(folder, Map.of());
    }

    private void dataset(String name, int cases) throws IOException {
        Files.writeString(
                folder.resolve("datasets/" + name + ".csv"),
                "thing\n"
                        + IntStream.range(0, cases)
                                .mapToObj(i -> "the number " + i)
                                .collect(Collectors.joining("\n")));
    }

    private String prompt() throws IOException {
        return Files.readString(folder.resolve("prompts/say.prompt"));
    }

    @Test
    void theDiffIsShownWithTokensAndMoneyAndNothingIsWritten() throws IOException {
        var told = assay.run("compact", "say");

        assertThat(told.status()).describedAs(told.err()).isZero();
        assertThat(told.out())
                .contains("--- a/prompts/say.prompt", "-- Use plain English only.", "line 10: repeated-instruction")
                .contains("line 4 says this already", "counted for openai/gpt-4.1-mini", "per 1,000 calls")
                .contains("The prompt is as it was.");
        assertThat(prompt()).isEqualTo(PROMPT);
    }

    @Test
    void asJsonTheSavingsAreThoseOfTheModelThatIsNamed() throws IOException {
        JsonNode own =
                assay.run("compact", "say", "--dataset", "things", "--json").json();
        assertThat(own.at("/edits/0/rule").asText()).isEqualTo("repeated-instruction");
        assertThat(own.at("/tokens/cases").asInt()).isEqualTo(12);
        assertThat(own.at("/tokens/estimated").asBoolean(true)).isFalse();
        double saved = own.at("/tokens/saved").asDouble();
        assertThat(saved).isPositive();
        // 0.40 dollars a million.
        assertThat(own.path("savedUsdPer1000Calls").asDouble())
                .isEqualTo(saved * 0.0004, org.assertj.core.data.Offset.offset(1e-9));
        assertThat(own.path("accepted").isNull()).isTrue();
        assertThat(own.path("written").asBoolean(true)).isFalse();

        JsonNode unknown =
                assay.run("compact", "say", "--model", "house/mine", "--json").json();
        assertThat(unknown.at("/tokens/estimated").asBoolean()).isTrue();
        assertThat(unknown.path("savedUsdPer1000Calls").isNull()).isTrue();
    }

    @Test
    void aRuleCanBeLeftOut() throws IOException {
        JsonNode document = assay.run("compact", "say", "--skip", "repeated-instruction", "--json")
                .json();

        assertThat(document.path("edits")).isEmpty();
        assertThat(assay.run("compact", "say", "--skip", "all").err()).contains("repeated-instruction");
    }

    @Test
    void whatIsShownToBeNotWorseIsWritten() throws IOException {
        var told = assay.run(
                "compact",
                "say",
                "--accept",
                "--dataset",
                "things",
                "--model",
                "offline/thorough",
                "--metric",
                "relevance",
                "--json");

        assertThat(told.status()).describedAs(told.err()).isZero();
        JsonNode document = told.json();
        assertThat(document.path("accepted").asBoolean()).isTrue();
        assertThat(document.at("/comparison/verdicts/0/cases").asInt()).isEqualTo(12);
        assertThat(prompt()).doesNotContain("- Use plain").contains("a   b");
        String run = document.at("/comparison/run").asText();
        assertThat(assay.run("runs", "show", run).out()).contains("say");
    }

    @Test
    void whatTooFewCasesSayNothingAboutIsNotWritten() throws IOException {
        var told = assay.run(
                "compact",
                "say",
                "--write",
                "--dataset",
                "few",
                "--model",
                "offline/thorough",
                "--metric",
                "relevance");

        assertThat(told.status()).isEqualTo(1);
        assertThat(told.out()).contains("it is not decided", "The prompt is as it was.");
        assertThat(prompt()).isEqualTo(PROMPT);
    }

    @Test
    void withoutCasesNothingIsWrittenUnlessTheUserSaysThatItIsUnchecked() throws IOException {
        var refused = assay.run("compact", "say", "--write");
        assertThat(refused.status()).isEqualTo(2);
        assertThat(refused.err()).contains("Nothing is accepted without a comparison");
        assertThat(prompt()).isEqualTo(PROMPT);

        var told = assay.run("compact", "say", "--write", "--unchecked");
        assertThat(told.status()).isZero();
        assertThat(told.err()).contains("No comparison was run");
        assertThat(prompt()).doesNotContain("- Use plain");
        assertThat(assay.run("compact", "say").out()).contains("Nothing in say can be made shorter");
    }

    @Test
    void whatSendsTheSameMessagesNeedsNoComparison() throws IOException {
        Files.writeString(
                folder.resolve("prompts/say.prompt"), "{{#if thing}}   \nExplain {{thing}}.\n{{/if}}   \nNow.");

        var told = assay.run("compact", "say", "--accept", "--dataset", "few");

        assertThat(told.status()).describedAs(told.err()).isZero();
        assertThat(told.out()).contains("the very same messages");
        assertThat(prompt()).isEqualTo("{{#if thing}}\nExplain {{thing}}.\n{{/if}}\nNow.");
    }

    @Test
    void wrongWordsAreToldWithTheMend() {
        assertThat(assay.run("compact", "say", "--margin", "2").err()).contains("from 0 to 1");
        assertThat(assay.run("compact", "say", "--unchecked").err()).contains("--write");
        assertThat(assay.run("compact", "say", "--estimate").err()).contains("--accept");
        assertThat(assay.run("compact", "sya").status()).isEqualTo(2);
        assertThat(assay.run(
                                "compact",
                                "say",
                                "--accept",
                                "--dataset",
                                "things",
                                "--no-judge",
                                "--model",
                                "offline/brief")
                        .status())
                .isEqualTo(2);
    }
}
