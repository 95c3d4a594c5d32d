package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.assay.registry.GitCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CloneCommandTest {
    @TempDir
    private Path folder;

    private CommandLineHarness assay;

    @BeforeEach
    void aRemoteWithPrompts() {
        assumeThat(GitCommand.isInstalled()).describedAs("git is installed").isTrue();
        assay = new CommandLineHarness(folder, Map.of("HOME", folder.toString()));
        assertThat(assay.run("prompts", "list").status()).isZero();
        new GitCommand(folder).run("clone", "-q", "--bare", "Assay", "team.git");
    }

    @Test
    void makesAWorkspaceNamedAsTheAddressEndsAndTellsHowToOpenIt() throws IOException {
        CommandLineHarness.Result result = assay.run("prompts", "clone", "team.git");

        assertThat(result.status()).describedAs(result.err()).isZero();
        assertThat(result.err()).isEmpty();
        Path workspace = folder.resolve("team");
        assertThat(result.out())
                .containsPattern("Cloned into \\S+team on main; prompts: [1-9]")
                .contains("assay --workspace " + workspace);
        assertThat(assay.run("--workspace", workspace.toString(), "prompts", "list")
                        .out())
                .isEqualTo(assay.run("prompts", "list").out());
        assertThat(new GitCommand(workspace).run("status", "--porcelain")).isEmpty();
        assertThat(new GitCommand(workspace).run("remote", "get-url", "origin"))
                .isEqualTo(folder.resolve("team.git").toString());
        assertThat(Files.isDirectory(workspace.resolve(".assay"))).isTrue();
    }

    @Test
    void tellsTheSameAsADocument() throws IOException {
        var document =
                assay.run("prompts", "clone", "team.git", "here/mine", "--json").json();

        assertThat(document.get("workspace").asText())
                .isEqualTo(folder.resolve("here/mine").toString());
        assertThat(document.get("branch").asText()).isEqualTo("main");
        assertThat(document.get("prompts").asInt()).isPositive();
        assertThat(document.get("remarks")).isEmpty();
    }

    @Test
    void refusesInOneLineWhatCannotBeCloned() {
        assertThat(assay.run("prompts", "clone", "team.git", "Assay"))
                .satisfies(result -> assertThat(result.status()).isEqualTo(2))
                .satisfies(result -> assertThat(result.err().lines())
                        .singleElement()
                        .asString()
                        .contains("is in use"));
        assertThat(assay.run("prompts", "clone", "nothing.git").err().lines())
                .singleElement()
                .asString()
                .startsWith("assay: Cannot clone " + folder.resolve("nothing.git"));
        assertThat(assay.run("prompts", "clone", "https://ada:s3cret@example.org/..")
                        .err())
                .contains("suggests no name")
                .doesNotContain("s3cret");
        assertThat(assay.run("prompts", "clone", "gopher://example.org/x").err())
                .contains("no way to a repository");
        assertThat(folder.resolve("nothing")).doesNotExist();
    }

    @Test
    void aRemoteIsKeptWithoutTheSecretInItsAddress() throws IOException {
        CommandLineHarness.Result result =
                assay.run("prompts", "remote", "web", "https://ada:s3cret@example.org/team.git");

        assertThat(result.out()).contains("https://ada@example.org/team.git").doesNotContain("s3cret");
        assertThat(result.err()).contains("is not kept").doesNotContain("s3cret");
        assertThat(folder.resolve("Assay/.git/config")).content().doesNotContain("s3cret");
    }
}
