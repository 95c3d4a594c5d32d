package dev.assay.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.llm.InputException;
import dev.assay.llm.StorageException;
import dev.assay.registry.GitPromptRegistry;
import dev.assay.registry.GitStatus;
import dev.assay.registry.PromptEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspacesTest {
    @TempDir
    Path temporary;

    private Path folder;

    @BeforeEach
    void resolveLinks() throws IOException {
        folder = temporary.toRealPath();
    }

    @Test
    void theFirstStartMakesTheDefaultWorkspaceInTheHomeFolder() throws IOException {
        Path home = folder.resolve("home");

        Path workspace = Workspaces.locate(null, folder, Map.of("HOME", home.toString()));

        assertThat(workspace).isEqualTo(home.resolve("Assay"));
        assertThat(workspace.resolve("providers.yaml")).exists();
        assertThat(workspace.resolve("README.md")).exists();
        assertThat(workspace.resolve("datasets/support-tickets.csv")).exists();
        try (var registry = GitPromptRegistry.open(workspace)) {
            assertThat(registry.list())
                    .extracting(PromptEntry::name)
                    .contains("support/triage", "meeting/notes.detailed", "shared/_grounding");
            assertThat(registry.list()).allMatch(entry -> entry.status() == GitStatus.CLEAN);
            assertThat(registry.log("support/triage"))
                    .singleElement()
                    .satisfies(commit -> assertThat(commit.subject()).isEqualTo("Start from the sample prompts"));
        }
        assertThat(content(home)).containsExactly(workspace);
    }

    @Test
    void theNextStartUsesWhatIsThere() throws IOException {
        Map<String, String> environment = Map.of("HOME", folder.toString());
        Path workspace = Workspaces.locate(null, folder.resolve("elsewhere"), environment);
        Files.delete(workspace.resolve("providers.yaml"));

        assertThat(Workspaces.locate(null, folder.resolve("elsewhere"), environment))
                .isEqualTo(workspace);
        assertThat(workspace.resolve("providers.yaml")).doesNotExist();
    }

    @Test
    void theNearestFolderUpwardWins() throws IOException {
        Path project = Files.createDirectories(folder.resolve("project"));
        Files.writeString(project.resolve("providers.yaml"), "");
        Path inner = Files.createDirectories(project.resolve("team/.assay")).getParent();
        Path deep = Files.createDirectories(inner.resolve("a/b"));

        assertThat(Workspaces.locate(null, deep, Map.of("HOME", folder.toString())))
                .isEqualTo(inner);
        assertThat(Workspaces.locate(null, project.resolve("other"), Map.of("HOME", folder.toString())))
                .isEqualTo(project);
    }

    @Test
    void aNamedEmptyFolderIsFilledWhereItIs() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));

        Path workspace = Workspaces.locate(Path.of("empty"), folder, Map.of());

        assertThat(workspace).isEqualTo(empty);
        assertThat(content(empty))
                .extracting(path -> path.getFileName().toString())
                .contains(".git", "prompts", "datasets", "providers.yaml")
                .noneMatch(name -> name.startsWith(".assay-new"));
    }

    @Test
    void aNamedRepositoryIsUsedAsItIs() throws IOException {
        Path project = folder.resolve("project");
        GitPromptRegistry.create(project).close();
        List<Path> before = content(project);

        assertThat(Workspaces.locate(project, folder, Map.of())).isEqualTo(project);
        assertThat(content(project)).isEqualTo(before);
    }

    @Test
    void aFolderInsideARepositoryIsUsedAsItIs() throws IOException {
        GitPromptRegistry.create(folder.resolve("project")).close();
        Path inner =
                Files.createDirectories(folder.resolve("project/llm/prompts")).getParent();

        assertThat(Workspaces.locate(inner, folder, Map.of())).isEqualTo(inner);
    }

    @Test
    void aFolderWithContentOutsideAnyRepositoryIsRefusedWithTheMend() throws IOException {
        Files.writeString(folder.resolve("notes.txt"), "mine");

        assertThatThrownBy(() -> Workspaces.locate(folder, folder, Map.of()))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(folder.toString())
                .hasMessageContaining("git init");
        assertThatThrownBy(() -> Workspaces.locate(Path.of("notes.txt"), folder, Map.of()))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("is a file");
    }

    @Test
    void whatAnInterruptedStartLeftBesideIsNotTakenForAWorkspace() throws IOException {
        Path home = Files.createDirectories(folder.resolve("home"));
        Files.createDirectories(home.resolve(".assay-new-123/prompts"));

        Path workspace = Workspaces.locate(null, folder, Map.of("HOME", home.toString()));

        assertThat(workspace.resolve("prompts/support/triage.prompt")).exists();
    }

    @Test
    void aPlaceThatCannotBeWrittenIsSaid() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThatThrownBy(() -> Workspaces.locate(null, folder, Map.of("HOME", file.toString())))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("--workspace");
    }

    private static List<Path> content(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
