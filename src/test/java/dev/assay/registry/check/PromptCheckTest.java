package dev.assay.registry.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.registry.GitPromptRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PromptCheckTest {
    @TempDir
    Path folder;

    private GitPromptRegistry git;
    private Path prompts;

    @BeforeEach
    void open() throws IOException {
        Path root = folder.toRealPath().resolve("workspace");
        git = GitPromptRegistry.create(root);
        git.save("good", "---\nmodel: offline/brief\n---\nHello {{name}}\n");
        prompts = root.resolve("prompts");
    }

    @AfterEach
    void close() {
        git.close();
    }

    @Test
    void goodPromptsAreNotNamed() {
        assertThat(git.check().bad()).isEmpty();
    }

    @Test
    void bytesThatAreNoTextAreNamedWithFileLineAndMend() throws IOException {
        Files.write(prompts.resolve("latin.prompt"), new byte[] {'a', '\n', (byte) 0xe9, 'b'});

        BadPrompt bad = git.check().bad().get("latin");

        assertThat(bad.readable()).isFalse();
        assertThat(bad.problem()).startsWith("prompts/latin.prompt:2:").contains("save the file as UTF-8");
    }

    @Test
    void aFileThatIsTooLargeIsNamed() throws IOException {
        Files.write(prompts.resolve("large.prompt"), new byte[(1 << 20) + 1]);

        assertThat(git.check().bad().get("large").problem()).contains("1 MiB");
    }

    @Test
    void brokenFrontMatterIsNamedWithItsPlaceAndCanBeMendedInTheEditor() {
        git.save("support/broken", "---\nmodel: [offline\n---\nHello\n");

        BadPrompt bad = git.check().bad().get("support/broken");

        assertThat(bad.readable()).isTrue();
        assertThat(bad.problem()).startsWith("support/broken:").doesNotContain("\n");
    }

    @Test
    void aMendedPromptIsReadAgain() throws IOException {
        git.save("broken", "---\nmodel: [offline\n---\nHello\n");
        assertThat(git.check().bad()).containsKey("broken");

        git.save("broken", "---\nmodel: offline\n---\nHello\n");
        Files.setLastModifiedTime(prompts.resolve("broken.prompt"), FileTime.from(Instant.EPOCH));

        assertThat(git.check().bad()).isEmpty();
    }

    @Test
    void aFileThatMayNotBeReadIsNamedUntilItMay() throws IOException {
        Path file = prompts.resolve("good.prompt");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
        assumeTrue(!Files.isReadable(file), "this user may read everything");
        assertThat(git.check().bad()).containsKey("good");

        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

        assertThat(git.check().bad()).isEmpty();
    }
}
