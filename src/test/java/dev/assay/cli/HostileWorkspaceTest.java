package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A workspace may come from a stranger's repository: nothing outside of it is read or written because of it. */
@Timeout(60)
class HostileWorkspaceTest {
    @TempDir
    Path folder;

    private CommandLineHarness assay;
    private Path workspace;

    @BeforeEach
    void create() {
        assay = new CommandLineHarness(folder, Map.of("HOME", folder.toString()));
        assertThat(assay.run("prompts", "list").status()).isZero();
        workspace = folder.resolve("Assay");
    }

    @Test
    void aLinkedPrivateFolderIsNotWrittenTo() throws IOException {
        Path outside = Files.createDirectory(folder.resolve("outside"));
        try (var tree = Files.walk(workspace.resolve(".assay"))) {
            tree.sorted(java.util.Comparator.reverseOrder())
                    .forEach(path -> path.toFile().delete());
        }
        Files.createSymbolicLink(workspace.resolve(".assay"), outside);

        var result = assay.run("prompts", "list");

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.err()).contains(".assay is a link").contains("remove it");
        assertThat(outside).isEmptyDirectory();
    }

    @Test
    void aLinkedDatasetIsNotRead() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.csv"), "word\nhunter2\n");
        Files.createSymbolicLink(workspace.resolve("datasets/leak.csv"), secret);
        Files.writeString(workspace.resolve("prompts/plain.prompt"), "Say {{word}}\n");

        var result = assay.run("render", "plain", "--case", "leak:1");

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.out() + result.err()).doesNotContain("hunter2").contains("leads out of the workspace");
    }

    @Test
    void aPipeInPlaceOfASettingsFileIsRefusedAndNotWaitedFor() throws IOException, InterruptedException {
        Files.delete(workspace.resolve("providers.yaml"));
        int status;
        try {
            status = new ProcessBuilder(
                            "mkfifo", workspace.resolve("providers.yaml").toString())
                    .start()
                    .waitFor();
        } catch (IOException e) {
            status = 1;
        }
        assumeTrue(status == 0, "Skipped: mkfifo is not installed");

        var result = assay.run(
                "--workspace",
                workspace.toString(),
                "compare",
                "--prompt",
                "meeting/notes",
                "--model",
                "offline/brief",
                "--dataset",
                "meetings");

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.err()).contains("is no ordinary file");
    }

    @ParameterizedTest
    @ValueSource(strings = {"con", "team/nul.v2", "MEETING/notes", "meeting/Notes", "a\u202eb"})
    void aNameThatNotEverySystemCanTellApartIsRefused(String name) {
        var result = assay.run("prompts", "duplicate", "meeting/notes", name);

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.err()).contains(":").doesNotContain("\u202e");
    }

    @Test
    void anOrdinaryNewNameIsTaken() {
        assertThat(assay.run("prompts", "duplicate", "meeting/notes", "meeting/console")
                        .status())
                .isZero();
    }
}
