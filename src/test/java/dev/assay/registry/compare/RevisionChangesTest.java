package dev.assay.registry.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.llm.InputException;
import dev.assay.registry.GitCommand;
import dev.assay.registry.GitPromptRegistry;
import dev.assay.registry.compare.FileChange.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RevisionChangesTest {
    @TempDir
    Path folder;

    @Test
    void filesOfTheWorkspaceAreComparedAndRenamesFound() throws IOException {
        assumeTrue(GitCommand.isInstalled(), "Skipped: git is not installed");
        Path top = folder.toRealPath();
        Path team = Files.createDirectories(top.resolve("team"));
        var git = new GitCommand(top);
        git.run("init", "-q", "-b", "main");
        try (var registry = GitPromptRegistry.open(team)) {
            registry.save("old", "a\nb\nc\nd\n");
            registry.save("edited", "one\n");
            registry.save("gone", "gone\n");
            git.run("add", "-A");
            git.run("commit", "-q", "-m", "Begin");
            git.run("tag", "v1");
            git.run("mv", "team/prompts/old.prompt", "team/prompts/new.prompt");
            git.run("rm", "-q", "team/prompts/gone.prompt");
            registry.save("edited", "two\n");
            Files.write(team.resolve("raw.bin"), new byte[] {0, 1});
            Files.writeString(top.resolve("outside.txt"), "x\n");
            git.run("add", "-A");
            git.run("commit", "-q", "-m", "Change");
            var changes = new RevisionChanges(registry.workspace());

            var found = changes.between("v1", "HEAD");

            assertThat(found)
                    .extracting(FileChange::kind, FileChange::path)
                    .containsExactlyInAnyOrder(
                            tuple(Kind.MODIFIED, "team/prompts/edited.prompt"),
                            tuple(Kind.DELETED, "team/prompts/gone.prompt"),
                            tuple(Kind.RENAMED, "team/prompts/new.prompt"),
                            tuple(Kind.ADDED, "team/raw.bin"));
            FileChange edited = found.stream()
                    .filter(file -> file.kind() == Kind.MODIFIED)
                    .findFirst()
                    .orElseThrow();
            assertThat(changes.texts(edited)).isEqualTo(new FileTexts("one\n", "two\n", ""));
            FileChange raw = found.stream()
                    .filter(file -> file.kind() == Kind.ADDED)
                    .findFirst()
                    .orElseThrow();
            assertThat(changes.texts(raw).whole()).contains("not a text");
            assertThatThrownBy(() -> changes.between("v1", "nowhere")).isInstanceOf(InputException.class);
        }
    }
}
