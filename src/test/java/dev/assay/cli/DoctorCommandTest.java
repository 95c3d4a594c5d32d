package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.registry.GitCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorCommandTest {
    private static final int COMMITS = 1_200;

    @TempDir
    Path folder;

    private CommandLineHarness assay;

    @BeforeEach
    void create() throws IOException, InterruptedException {
        assumeTrue(GitCommand.isInstalled());
        new GitCommand(folder).run("init", "-q", "-b", "main");
        assay = new CommandLineHarness(folder, Map.of("PATH", System.getenv("PATH")));
        var stream = new StringBuilder();
        for (int i = 1; i <= COMMITS; i++) {
            stream.append("commit refs/heads/main\ncommitter Ada <ada@example.org> ")
                    .append(1_700_000_000 + i);
            stream.append(" +0000\ndata 2\nhm\nM 100644 inline prompts/a.prompt\ndata 5\n")
                    .append(10_000 + i);
            stream.append('\n');
        }
        Path input = Files.writeString(folder.resolve("stream"), stream.toString());
        Process git = new ProcessBuilder("git", "fast-import", "--quiet")
                .directory(folder.toFile())
                .redirectInput(input.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(git.waitFor()).isZero();
    }

    @Test
    void theCommitGraphOfALongHistoryIsMissedAndWrittenOnlyWhenAskedFor() throws IOException {
        Path graph = folder.resolve(".git/objects/info/commit-graph");
        JsonNode missing = graphCheck("doctor");
        assertThat(missing.path("status").asText()).isEqualTo("warn");
        assertThat(missing.path("detail").asText()).contains("1,200 commits", "--write-commit-graph");
        assertThat(graph).doesNotExist();
        assertThat(graphCheck("doctor", "--write-commit-graph").path("status").asText())
                .isEqualTo("ok");
        assertThat(graph).exists();
    }

    @Test
    void aGraphWithoutPathFiltersIsToldOf() throws IOException {
        new GitCommand(folder).run("commit-graph", "write", "--reachable");
        assertThat(graphCheck("doctor").path("detail").asText()).contains("does not tell which files");
    }

    @Test
    void withoutGitNothingIsWrittenAndThatIsSaid() {
        var result = new CommandLineHarness(folder, Map.of("PATH", ""))
                .run("doctor", "--write-commit-graph", "--workspace", folder.toString());
        assertThat(result.status()).isEqualTo(2);
        assertThat(result.err()).contains("install git");
    }

    private JsonNode graphCheck(String... arguments) throws IOException {
        var all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--json", "--workspace", folder.toString()));
        for (JsonNode check : assay.run(all.toArray(String[]::new)).json().path("checks")) {
            if (check.path("name").asText().equals("commit-graph")) {
                return check;
            }
        }
        throw new AssertionError("No check of the commit-graph");
    }
}
