package dev.assay.cli.bisect;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.cli.CommandLineHarness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.api.Git;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A prompt of five commits, the fourth of which takes the notes away; the third cannot be rendered. */
class BisectCommandTest {
    private static final String WITH_NOTES = "Summarise in one sentence%s\n<notes>\n{{notes}}\n</notes>\n";

    @TempDir
    private Path folder;

    private final List<String> commits = new ArrayList<>();
    private CommandLineHarness assay;

    @BeforeEach
    void begin() throws Exception {
        Files.createDirectories(folder.resolve("prompts"));
        Files.writeString(folder.resolve("providers.yaml"), "providers: {}\n");
        Files.writeString(folder.resolve("notes.csv"), """
                notes
                "Anna owns the release."
                "Tomas delays the release."
                "Bea tests the release."
                """);
        try (Git git = Git.init().setDirectory(folder.toFile()).call()) {
            commit(git, "First", WITH_NOTES.formatted("."));
            commit(git, "Say please", WITH_NOTES.formatted(", please."));
            commit(git, "Break", "{{#if}}\n");
            commit(git, "Shorten", "Summarise in one sentence: nothing.\n");
            commit(git, "Polish", "Please summarise in one sentence: nothing.\n");
        }
        assay = new CommandLineHarness(folder, Map.of());
    }

    private void commit(Git git, String message, String text) throws Exception {
        Files.writeString(folder.resolve("prompts/sum.prompt"), text);
        git.add().addFilepattern(".").call();
        commits.add(git.commit()
                .setMessage(message)
                .setAuthor("Ada", "ada@example.org")
                .setCommitter("Ada", "ada@example.org")
                .setSign(false)
                .call()
                .name());
    }

    private CommandLineHarness.Result bisect(String... more) {
        List<String> arguments =
                new ArrayList<>(List.of("bisect", "sum", "--model", "offline/brief", "--dataset", "notes.csv"));
        arguments.addAll(List.of(more));
        return assay.run(arguments.toArray(String[]::new));
    }

    @Test
    void theCommitThatBrokeItIsFoundAmongThoseThatHaveAScore() throws IOException {
        var result = bisect("--assert", "contains:release", "--json");
        JsonNode found = result.json();

        assertThat(found.at("/outcome").asText()).isEqualTo("one_of_several");
        assertThat(found.at("/good").asText()).isEqualTo(commits.get(1));
        assertThat(found.at("/suspects")).extracting(JsonNode::asText).containsExactly(commits.get(2), commits.get(3));
        assertThat(result.err()).contains("sum at " + commits.get(2).substring(0, 7) + " has no score: ");
    }

    @Test
    void theCommitIsNamedWithItsScoresAndAVerdict() {
        var result = bisect(
                "--assert", "contains:release", "--case", "1", "--bad", commits.get(4), "--good", commits.get(3));
        assertThat(result.out()).contains("No commit reaches the bound");

        assertThat(bisect("--assert", "not-contains:release", "--good", commits.get(0), "--bad", commits.get(1))
                        .out())
                .contains("No commit reaches the bound");
        assertThat(bisect("--assert", "contains:release", "--bad", commits.get(1))
                        .out())
                .contains("The newest is not below the bound");
    }

    @Test
    void whatIsMissingIsToldBeforeAnythingRuns() {
        assertThat(bisect().err()).contains("Name one metric to search by with --metric");
        assertThat(bisect("--metric", "relevance").err()).contains("Say with --below");
        assertThat(bisect("--assert", "contains:x", "--case", "9").err())
                .contains("There is no case 9: notes.csv has 3");
        assertThat(bisect("--assert", "contains:x", "--good", "0000000").err()).contains("did not change sum");
        assertThat(bisect("--metric", "relevance", "--below", "7").err()).contains("must be from 0 to 1");
    }
}
