package dev.assay.cli.comparing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.assay.cli.CommandLineHarness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a build does: compare, gate, keep reports; on the sample prompts and the offline models. */
class GatesAndReportsTest {
    @TempDir
    private Path folder;

    private CommandLineHarness assay;

    @BeforeEach
    void begin() {
        assay = new CommandLineHarness(folder, Map.of("HOME", folder.toString()));
    }

    private CommandLineHarness.Result compare(List<String> prompts, String... more) {
        var arguments = new ArrayList<>(List.of("compare", "--model", "offline/brief", "--dataset", "meetings"));
        prompts.forEach(prompt -> arguments.addAll(List.of("--prompt", prompt)));
        arguments.addAll(List.of(more));
        return assay.run(arguments.toArray(String[]::new));
    }

    private String report(String name) throws IOException {
        return Files.readString(folder.resolve(name));
    }

    @Test
    void aPromptThatIsWorseEndsInOneAndTheReportsSayWhy() throws IOException {
        var result = compare(
                List.of("meeting/notes", "meeting/notes.detailed"),
                "--fail-if-worse-than",
                "meeting/notes.detailed",
                "--report",
                "junit.xml",
                "--report",
                "markdown:comment.txt",
                "--json");
        var other = compare(List.of("meeting/notes", "meeting/notes.detailed"), "--fail-if-worse-than", "A");

        assertThat(List.of(result.status(), other.status()))
                .as("one of the two is worse than the other: " + result.err() + other.err())
                .containsExactlyInAnyOrder(0, 1);
        var failed = result.status() == 1 ? result : other;
        assertThat(failed.err()).contains("Gate failed: ", "is worse than");
        JsonNode gates = result.json().at("/gates");
        assertThat(gates)
                .hasSize(2)
                .allSatisfy(gate ->
                        assertThat(gate.at("/gate").asText()).isEqualTo("not worse than meeting/notes.detailed"));
        assertThat(report("junit.xml")).contains("<testsuite name=\"gates\" tests=\"2\"");
        assertThat(report("comment.txt")).startsWith("### Assay: ").contains("meeting&#47;notes&#46;detailed");
    }

    @Test
    void anEarlierRunIsABaseline() throws IOException {
        String id =
                compare(List.of("meeting/notes"), "--json").json().at("/run/id").asText();

        var same = compare(List.of("meeting/notes"), "--fail-if-worse-than", id, "--strict");
        var latest = compare(List.of("meeting/notes"), "--fail-if-worse-than", "latest", "--non-inferior", "0.05");
        var lettered = compare(List.of("meeting/notes"), "--fail-if-worse-than", id + ":B");

        assertThat(same.status()).as(same.err()).isZero();
        assertThat(latest.status()).as(latest.err()).isZero();
        assertThat(lettered.status()).isEqualTo(2);
        assertThat(lettered.err()).contains("has no variant B, only A");
    }

    @Test
    void whatCannotBeGatedOrWrittenIsRefusedBeforeAnythingRuns() {
        for (List<String> wrong : List.of(
                List.of("--fail-if-worse-than", "nothing"),
                List.of("--fail-if-worse-than", "A"),
                List.of("--strict"),
                List.of("--non-inferior", "0.1"),
                List.of("--fail-if-worse-than", "A", "--non-inferior", "2"),
                List.of("--fail-if-worse-than", "A", "--no-judge"),
                List.of("--report", "nowhere/x.xml"),
                List.of("--report", "x.txt"))) {
            var result = compare(List.of("meeting/notes"), wrong.toArray(String[]::new));
            assertThat(result.status()).as(wrong + " " + result.err()).isEqualTo(2);
            assertThat(result.err()).doesNotContain("cells");
        }
        assertThat(assay.run("runs", "list").out()).contains("There are no runs yet");
    }

    @Test
    void anOldRunIsExportedInEveryForm() throws IOException {
        compare(List.of("meeting/notes", "meeting/notes.detailed"));

        assertThat(assay.run("runs", "export", "latest", "--format", "junit").out())
                .startsWith("<?xml")
                .endsWith("</testsuites>\n");
        assertThat(assay.run("runs", "export", "latest", "--format", "markdown").out())
                .startsWith("### Assay: ");
        JsonNode promptfoo = JsonMapper.builder()
                .build()
                .readTree(assay.run("runs", "export", "latest", "--format", "promptfoo")
                        .out());
        assertThat(promptfoo.at("/results/version").asInt()).isEqualTo(3);
    }
}
