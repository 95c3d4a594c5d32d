package dev.assay.ui.prompts.tree;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.prompt.PromptRef;
import dev.assay.prompt.PromptTemplate;
import dev.assay.registry.GitPromptRegistry;
import dev.assay.registry.GitStatus;
import dev.assay.registry.PromptEntry;
import dev.assay.ui.fx.Tasks;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.TreeItem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistryViewModelTest {
    @TempDir
    Path folder;

    private GitPromptRegistry git;
    private RegistryViewModel registry;

    @BeforeEach
    void open() throws IOException {
        git = GitPromptRegistry.create(folder.toRealPath().resolve("workspace"));
        git.save("support/triage", "one\n");
        git.save("summary", "two\n");
        registry = new RegistryViewModel(git, new Tasks(Runnable::run, Runnable::run));
        registry.refresh();
    }

    @AfterEach
    void close() {
        git.close();
    }

    @Test
    void aNewPromptIsValidAndOpens() {
        var opened = new ArrayList<String>();

        registry.create("drafts/hello.prompt", opened::add);

        assertThat(opened).containsExactly("drafts/hello");
        assertThat(registry.find("drafts/hello")).map(PromptEntry::status).contains(GitStatus.UNTRACKED);
        String text = git.load(new PromptRef("drafts/hello", null)).text();
        assertThat(PromptTemplate.parse("hello", text).diagnostics()).isEmpty();
    }

    @Test
    void aNewPromptNeverReplacesAnother() {
        registry.create("summary", name -> {});

        assertThat(git.load(new PromptRef("summary", null)).text()).isEqualTo("two\n");
    }

    @Test
    void aBadNameIsRefusedInOneLine() {
        registry.create("../outside", name -> {});

        assertThat(registry.problemProperty().get()).isNotEmpty().doesNotContain("\n");
    }

    @Test
    void theTreeHasFoldersFirst() {
        TreeItem<PromptNode> root = PromptNode.treeOf(git.list());

        assertThat(root.getChildren())
                .extracting(item -> item.getValue().label())
                .containsExactly("support", "summary");
        assertThat(List.copyOf(root.getChildren().getFirst().getChildren()))
                .extracting(item -> item.getValue().path())
                .containsExactly("support/triage");
    }

    @Test
    void aFolderHasTheMostUrgentStatusOfAllInIt() {
        var entries = List.of(
                new PromptEntry("a/b/one", "", GitStatus.UNTRACKED),
                new PromptEntry("a/b/two", "", GitStatus.MODIFIED),
                new PromptEntry("a/three", "", GitStatus.CLEAN),
                new PromptEntry("c/four", "", GitStatus.CLEAN));

        TreeItem<PromptNode> root = PromptNode.treeOf(entries);

        assertThat(root.getChildren())
                .extracting(item -> item.getValue().status())
                .containsExactly(GitStatus.MODIFIED, GitStatus.CLEAN);
        assertThat(root.getChildren()
                        .getFirst()
                        .getChildren()
                        .getFirst()
                        .getValue()
                        .status())
                .isEqualTo(GitStatus.MODIFIED);
    }

    @Test
    void aNewPromptGoesIntoTheChosenFolderOrBesideTheChosenPrompt() {
        TreeItem<PromptNode> support =
                PromptNode.treeOf(git.list()).getChildren().getFirst();

        assertThat(support.getValue().folder()).isEqualTo("support");
        assertThat(support.getChildren().getFirst().getValue().folder()).isEqualTo("support");
    }

    @Test
    void badPromptsAreKnownAfterTheListIs() {
        git.save("broken", "---\nmodel: [\n---\n");

        registry.refresh();

        assertThat(registry.badProperty().get()).containsOnlyKeys("broken");
    }
}
