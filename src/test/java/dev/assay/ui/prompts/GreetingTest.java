package dev.assay.ui.prompts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.registry.GitPromptRegistry;
import dev.assay.ui.fx.Tasks;
import dev.assay.ui.prompts.document.DocumentViewModel;
import dev.assay.ui.prompts.document.Questions;
import dev.assay.ui.prompts.tree.RegistryViewModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GreetingTest {
    @TempDir
    private Path folder;

    private GitPromptRegistry prompts;
    private RegistryViewModel registry;
    private DocumentViewModel document;
    private Greeting greeting;
    private final List<String> notices = new ArrayList<>();

    @BeforeEach
    void twoPrompts() {
        prompts = GitPromptRegistry.create(folder.resolve("work"));
        prompts.save("first", "one");
        prompts.save("second", "two");
        var tasks = new Tasks(Runnable::run, Runnable::run);
        registry = new RegistryViewModel(prompts, tasks);
        document = new DocumentViewModel(prompts, tasks, new NoQuestions());
        greeting = new Greeting(prompts, registry, document, tasks, notices::add);
    }

    @AfterEach
    void close() {
        prompts.close();
    }

    @Test
    void thePromptThatWasOpenLastOpensBeforeAllAreListed() {
        greeting.remember("second");

        greeting.begin();

        assertThat(opened()).isEqualTo("second");
        assertThat(registry.entries()).isEmpty();
    }

    @Test
    void whereTheLastOneIsGoneTheFirstOpensOnceAllAreListed() {
        greeting.remember("gone");

        greeting.begin();
        assertThat(document.stateProperty().get()).isEqualTo(DocumentViewModel.State.EMPTY);
        registry.refresh();
        greeting.listed();

        assertThat(opened()).isEqualTo("first");
        assertThat(notices).isEmpty();
    }

    @Test
    void aNameThatLeadsOutOfTheWorkspaceOpensNothing() throws Exception {
        Files.writeString(folder.resolve("secret.prompt"), "not for reading");
        greeting.remember("../../secret");

        greeting.begin();

        assertThat(document.stateProperty().get()).isEqualTo(DocumentViewModel.State.EMPTY);
    }

    private String opened() {
        return document.storedProperty().get().ref().name();
    }

    /** Nothing is ever unsaved here. */
    private static final class NoQuestions implements Questions {
        @Override
        public Unsaved unsaved(String name) {
            return Unsaved.CANCEL;
        }

        @Override
        public Kept filesChange(String name) {
            return Kept.CANCEL;
        }
    }
}
