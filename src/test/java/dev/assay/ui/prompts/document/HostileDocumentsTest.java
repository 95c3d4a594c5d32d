package dev.assay.ui.prompts.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.registry.GitPromptRegistry;
import dev.assay.registry.guard.FileProblem;
import dev.assay.ui.fx.Tasks;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The window opens what a stranger's repository holds: a problem in one line each, and the good prompts all the same. */
@Timeout(120)
class HostileDocumentsTest {
    private static final int DEEP = 50_000;

    @TempDir
    Path folder;

    private GitPromptRegistry registry;
    private DocumentViewModel document;

    @BeforeEach
    void open() throws IOException {
        Path root = folder.toRealPath().resolve("workspace");
        registry = GitPromptRegistry.create(root);
        registry.save("good", "one\n");
        Path prompts = root.resolve("prompts");
        Path secret = Files.writeString(folder.resolve("secret"), "hunter2");
        Files.createSymbolicLink(prompts.resolve("link.prompt"), secret);
        Files.createSymbolicLink(prompts.resolve("nowhere.prompt"), Path.of("gone"));
        Files.createSymbolicLink(prompts.resolve("zero.prompt"), Path.of("/dev/zero"));
        Files.createSymbolicLink(prompts.resolve("team"), folder);
        Files.write(prompts.resolve("huge.prompt"), new byte[50 << 20]);
        Files.write(prompts.resolve("latin.prompt"), "Gr\u00fc\u00dfe".getBytes(StandardCharsets.ISO_8859_1));
        Files.writeString(prompts.resolve("nested.prompt"), "---\nconfig: " + "[".repeat(DEEP) + "\n---\nx\n");
        Files.writeString(prompts.resolve("blocks.prompt"), "{{#if a}}".repeat(DEEP));
        Files.writeString(prompts.resolve("_self.prompt"), "{{> self}}{{> self}}\n");
        document = new DocumentViewModel(registry, new Tasks(Runnable::run, Runnable::run), new Answers());
    }

    @AfterEach
    void close() {
        registry.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"link", "nowhere", "zero", "huge", "latin", "team/secret"})
    void whatCannotBeReadIsAProblemInOneLine(String name) {
        document.open("good");

        document.open(name);

        String told = document.problemProperty().get()
                + (document.unopenedProperty().get() == null
                        ? ""
                        : document.unopenedProperty().get().problem());
        assertThat(told).isNotBlank().doesNotContain("\n", "Exception", "hunter2");
        assertThat(document.textProperty().get()).doesNotContain("hunter2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nested", "blocks", "_self"})
    void whatIsNestedForEverOpensWithItsDiagnostics(String name) {
        document.open(name);

        assertThat(document.stateProperty().get()).isEqualTo(DocumentViewModel.State.READY);
        assertThat(document.parsedProperty().get()).isNotNull();
        document.analyse(document.textProperty().get());
    }

    @Test
    void eachFileThatIsLeftOutIsNamedWithItsReason() {
        assertThat(registry.problems())
                .extracting(FileProblem::path)
                .containsExactlyInAnyOrder(
                        "prompts/link.prompt", "prompts/nowhere.prompt", "prompts/zero.prompt", "prompts/team");
        assertThat(registry.list()).anyMatch(entry -> entry.name().equals("good"));
    }

    /** Nothing here is edited, so nothing is asked. */
    private static final class Answers implements Questions {
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
