package dev.assay.registry.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.llm.InputException;
import dev.assay.registry.GitCommand;
import dev.assay.registry.GitPromptRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexLockTest {
    @TempDir
    Path folder;

    private Path root;
    private Path lock;

    @BeforeEach
    void lock() throws IOException {
        root = folder.toRealPath();
        GitPromptRegistry.create(root).close();
        lock = Files.createFile(root.resolve(".git/index.lock"));
    }

    private IndexLock held() {
        return IndexLock.at(lock).orElseThrow();
    }

    @Test
    void aLockThatNobodyHoldsHasAnAgeAndCanBeRemoved() throws IOException {
        Files.setLastModifiedTime(lock, FileTime.from(Instant.now().minus(Duration.ofHours(3))));

        assertThat(held().ageInWords(Instant.now())).isEqualTo("3 h 0 min");
        assertThat(held().holders()).isEmpty();
        held().remove();

        assertThat(IndexLock.at(lock)).isEmpty();
    }

    @Test
    void aLockThatIsAnotherOneByNowIsLeftAlone() throws IOException {
        IndexLock seen = held();
        Files.setLastModifiedTime(lock, FileTime.from(Instant.now().plusSeconds(5)));

        assertThatThrownBy(seen::remove).isInstanceOf(InputException.class).hasMessageContaining("another program");
        assertThat(lock).exists();
    }

    @Test
    void aGitProgramAtWorkInTheFolderMayHoldIt() throws IOException {
        assumeTrue(GitCommand.isInstalled(), "Skipped: git is not installed");
        assumeTrue(Files.isDirectory(Path.of("/proc")), "Skipped: this system does not tell who works where");
        Process git = new ProcessBuilder("git", "hash-object", "--stdin")
                .directory(root.toFile())
                .start();
        try {
            assertThat(held().holders()).containsExactly(new LockHolder(git.pid(), "git hash-object"));
        } finally {
            git.destroyForcibly();
        }
    }

    @Test
    void aProgramThatHasItOpenHoldsIt() throws IOException {
        assumeTrue(Files.isDirectory(Path.of("/proc")), "Skipped: this system does not tell what is open");
        Process shell = new ProcessBuilder(List.of("sh", "-c", "exec 3>.git/index.lock; echo open; read line"))
                .directory(root.toFile())
                .start();
        try {
            assertThat(shell.getInputStream().read()).isEqualTo('o');
            assertThat(held().holders()).extracting(LockHolder::process).containsExactly(shell.pid());
        } finally {
            shell.destroyForcibly();
        }
    }
}
