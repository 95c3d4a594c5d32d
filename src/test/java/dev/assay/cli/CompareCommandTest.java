package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The main job on the command line, on the sample prompts and the offline models. */
class CompareCommandTest {
    @TempDir
    private Path folder;

    private CommandLineHarness assay;

    @BeforeEach
    void begin() throws IOException {
        assay = new CommandLineHarness(folder, Map.of("HOME", folder.toString()));
        Files.writeString(folder.resolve("three.csv"), """
                title,notes
                Planning,"We ship on Friday. Anna owns the release. The old server stays until May."
                Budget,"Costs rose by a tenth. Tomas asks for new offers. Nobody objected."
                Review,"The migration took an hour. It was tested on small data only. Marek writes a check."
                """);
    }

    @Test
    void oneDocumentHoldsEveryFigureAndRunsShowGivesTheSameLater() throws IOException {
        JsonNode compared = compare("--json").json();

        assertThat(compared.at("/variants")).hasSize(2);
        for (JsonNode variant : compared.at("/variants")) {
            assertThat(variant.at("/cases").asInt()).isEqualTo(3);
            assertThat(variant.at("/errors").asInt()).isZero();
            assertThat(variant.at("/scored").asInt()).isEqualTo(3);
            assertThat(variant.at("/scores/relevance").asDouble()).isBetween(0.0, 1.0);
            assertThat(variant.at("/scores/coherence").asDouble()).isBetween(0.0, 1.0);
            assertThat(variant.at("/inputTokens").asLong()).isPositive();
            assertThat(variant.at("/outputTokens").asLong()).isPositive();
            assertThat(variant.at("/latencyMs/p50").isNumber()).isTrue();
        }
        assertThat(compared.at("/cells")).hasSize(6).allSatisfy(cell -> {
            assertThat(cell.at("/output").asText()).isNotBlank();
            assertThat(cell.at("/error").isNull()).isTrue();
        });
        String id = compared.at("/run/id").asText();
        assertThat(assay.run("runs", "show", id, "--json").json()).isEqualTo(compared);
        assertThat(assay.run("--json", "runs", "show", "latest").json()).isEqualTo(compared);
        assertThat(assay.run("runs", "export", id, "--format", "json").json()).isEqualTo(compared);
        assertThat(assay.run("runs", "list", "--json").json().at("/runs/0/id").asText())
                .isEqualTo(id);
        assertThat(assay.run("runs", "export", id, "--format", "jsonl").out().lines())
                .hasSize(6);
    }

    @Test
    void theTableEndsInAVerdictAndSaysWhatTheOfflineModelsAre() {
        var result = compare();

        assertThat(result.status()).isZero();
        assertThat(result.out())
                .contains("meeting/notes.detailed", "offline/brief", "relevance", "$0.0000", "Verdict: ")
                .contains("not an LLM");
        assertThat(result.err()).contains("6 of 6 cells done");
    }

    @Test
    void aGateThatFailsNamesTheVariantAndOneThatPassesIsSilent() {
        var failed = compare("--fail-under", "relevance=1");
        var passed = compare("--fail-under", "relevance=0");

        assertThat(failed.status()).isEqualTo(1);
        assertThat(failed.err()).contains("Gate failed: relevance of ");
        assertThat(passed.status()).isZero();
        assertThat(passed.err()).doesNotContain("Gate failed");
    }

    @Test
    void nothingIsJudgedWhereNothingIsToBe() throws IOException {
        JsonNode document = compare("--no-judge", "--json").json();

        assertThat(document.at("/run/judge").isNull()).isTrue();
        assertThat(document.at("/run/metrics")).isEmpty();
        assertThat(document.at("/variants/0/scores")).isEmpty();
    }

    @Test
    void whatThePromptSaysIsMeasuredUnlessOptionsSayOtherwise() throws IOException {
        compare();
        Path prompt = folder.resolve("Assay/prompts/meeting/notes.prompt");
        Files.writeString(
                prompt,
                Files.readString(prompt)
                        .replaceFirst("---\n", "---\nassay.metrics: [coherence, {type: contains, value: owner}]\n"));

        assertThat(compare("--json").json().at("/run/metrics"))
                .extracting(JsonNode::asText)
                .containsExactly("coherence", "contains:owner");
        assertThat(compare("--metric", "relevance", "--json").json().at("/run/metrics"))
                .extracting(JsonNode::asText)
                .containsExactly("relevance");

        Files.writeString(prompt, Files.readString(prompt).replace("coherence,", "coherense,"));
        var wrong = compare();
        assertThat(wrong.status()).isEqualTo(2);
        assertThat(wrong.err())
                .contains("assay.metrics of prompt meeting/notes: There is no metric 'coherense'")
                .contains("coherence");
    }

    @Test
    void theDemoComparesTwentyCases() throws IOException {
        JsonNode document = assay.run("demo", "--json").json();

        assertThat(document.at("/variants")).hasSize(2).allSatisfy(variant -> {
            assertThat(variant.at("/cases").asInt()).isEqualTo(20);
            assertThat(variant.at("/scored").asInt()).isEqualTo(20);
        });
        assertThat(document.at("/verdicts")).hasSize(2);
        assertThat(folder.resolve("Assay/prompts")).isDirectory();
        assertThat(assay.opened).isEmpty();
    }

    private CommandLineHarness.Result compare(String... more) {
        var arguments = new java.util.ArrayList<>(List.of(
                "compare",
                "--prompt",
                "meeting/notes",
                "--prompt",
                "prompts/meeting/notes.detailed.prompt",
                "--model",
                "offline/brief",
                "--dataset",
                folder.resolve("three.csv").toString()));
        arguments.addAll(List.of(more));
        return assay.run(arguments.toArray(String[]::new));
    }
}
