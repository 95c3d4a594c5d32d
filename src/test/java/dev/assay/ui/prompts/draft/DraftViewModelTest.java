package dev.assay.ui.prompts.draft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.registry.GitPromptRegistry;
import dev.assay.ui.fx.Tasks;
import dev.assay.ui.prompts.document.DocumentViewModel;
import dev.assay.ui.prompts.document.OutsideChange;
import dev.assay.ui.prompts.document.Questions;
import dev.assay.workbench.Draft;
import dev.assay.workbench.Drafts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DraftViewModelTest {
    @TempDir
    Path folder;

    private final Tasks tasks = new Tasks(Runnable::run, Runnable::run);
    private final AtomicInteger went = new AtomicInteger();
    private GitPromptRegistry registry;
    private Drafts kept;
    private DocumentViewModel document;
    private DraftViewModel drafts;

    @BeforeEach
    void create() throws IOException {
        registry = GitPromptRegistry.create(folder.toRealPath().resolve("workspace"));
        registry.save("a", "one\n");
        kept = new Drafts(registry.root());
        document = new DocumentViewModel(registry, tasks, new Cancelling());
        drafts = new DraftViewModel(document, kept, tasks, later -> {});
    }

    @AfterEach
    void close() {
        registry.close();
    }

    @Test
    void aDraftThatIsAcceptedIsAnUnsavedEdit() throws IOException {
        kept.save(new Draft("a", "mine\n", "one\n", Instant.EPOCH));
        document.open("a");
        assertThat(drafts.offerProperty().get().changed()).isFalse();

        drafts.accept();

        assertThat(document.textProperty().get()).isEqualTo("mine\n");
        assertThat(document.outsideProperty().get()).isNull();
        document.save(() -> {});
        assertThat(file()).hasContent("mine\n");
        assertThat(kept.find("a")).isEmpty();
    }

    @Test
    void aDraftOfAnOlderFileIsNotSavedOverTheNewerOne() throws IOException {
        kept.save(new Draft("a", "mine\n", "older\n", Instant.EPOCH));
        document.open("a");
        assertThat(drafts.offerProperty().get().changed()).isTrue();

        drafts.accept();

        assertThat(document.textProperty().get()).isEqualTo("mine\n");
        assertThat(document.base()).isEqualTo("older\n");
        assertThat(document.outsideProperty().get()).isInstanceOf(OutsideChange.Rewritten.class);
        document.save(() -> {});
        assertThat(file()).hasContent("one\n");
    }

    @Test
    void editsAreSecuredAtOnce() {
        document.open("a");
        drafts.secure(went::incrementAndGet);
        assertThat(kept.find("a")).isEmpty();
        document.textProperty().set("mine\n");

        drafts.secure(went::incrementAndGet);

        assertThat(kept.find("a").orElseThrow().text()).isEqualTo("mine\n");
        assertThat(went).hasValue(2);
    }

    @Test
    void whereEditsCannotBeSecuredNothingGoesOn() throws IOException {
        document.open("a");
        document.textProperty().set("mine\n");
        Files.createDirectories(registry.root().resolve(".assay"));
        Files.writeString(registry.root().resolve(".assay/drafts"), "in the way");

        drafts.secure(went::incrementAndGet);

        assertThat(went).hasValue(0);
        assertThat(drafts.problemProperty().get()).isNotBlank();
    }

    private Path file() {
        return registry.root().resolve("prompts/a.prompt");
    }

    private static final class Cancelling implements Questions {
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
