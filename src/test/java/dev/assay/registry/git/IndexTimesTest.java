package dev.assay.registry.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.registry.GitCommand;
import dev.assay.registry.GitPromptRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Git reads file times by whole seconds, and must still see what changed when we have written the index. */
class IndexTimesTest {
    private static final Author ADA = new Author("Ada Lovelace", "ada@example.org");
    private static final Instant WRITTEN = Instant.parse("2026-11-26T10:00:00.100Z");

    @TempDir
    private Path folder;

    @Test
    void gitSeesAnEditMadeInTheSecondInWhichTheIndexWasWrittenAlthoughAnotherFileIsCommittedLater() throws IOException {
        assumeTrue(GitCommand.isInstalled(), "Skipped: git is not installed");
        Path root = folder.toRealPath();
        try (var registry = GitPromptRegistry.create(root)) {
            var git = new GitCommand(root);
            // Times alone must tell here: no test can set when a file's attributes last changed.
            git.run("config", "core.trustctime", "false");
            registry.save("edited", "One\n");
            registry.save("other", "One\n");
            Path edited = root.resolve("prompts/edited.prompt");
            Files.setLastModifiedTime(edited, FileTime.from(WRITTEN));
            git.run("add", "-A");
            git.run("commit", "-m", "Begin");
            Files.setLastModifiedTime(root.resolve(".git/index"), FileTime.from(WRITTEN.plusMillis(200)));

            Files.writeString(edited, "Two\n");
            Files.setLastModifiedTime(edited, FileTime.from(WRITTEN.plusMillis(400)));
            registry.save("other", "Another\n");
            registry.commit(List.of("prompts/other.prompt"), "Change the other", ADA);

            assertThat(git.run("status", "--porcelain")).isEqualTo("M prompts/edited.prompt");
        }
    }
}
