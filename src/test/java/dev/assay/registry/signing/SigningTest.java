package dev.assay.registry.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.assay.llm.InputException;
import dev.assay.registry.GitCommand;
import dev.assay.registry.GitPromptRegistry;
import dev.assay.registry.git.Author;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Assay signs, C git verifies. */
class SigningTest {
    private static final Author ADA = new Author("Ada", "ada@example.org");

    @TempDir
    private Path root;

    private GitPromptRegistry registry;
    private GitCommand git;

    @BeforeEach
    void aWorkspace() {
        registry = GitPromptRegistry.create(root);
        registry.save("a", "one\n");
        git = new GitCommand(root);
    }

    @AfterEach
    void close() {
        registry.close();
    }

    @Test
    void aCommitIsSignedWithAnSshKeyAsGitIsConfigured() throws Exception {
        assumeThat(isInstalled("ssh-keygen"))
                .describedAs("ssh-keygen is installed")
                .isTrue();
        Path key = root.resolve(".git/test-key");
        run(List.of("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key.toString()));
        Path signers = Files.writeString(
                root.resolve(".git/signers"), "ada@example.org " + Files.readString(root.resolve(".git/test-key.pub")));
        git.run("config", "commit.gpgSign", "true");
        git.run("config", "gpg.format", "ssh");
        git.run("config", "user.signingKey", key + ".pub");
        git.run("config", "gpg.ssh.allowedSignersFile", signers.toString());

        registry.commit(List.of("prompts/a.prompt"), "Add a", ADA);

        assertThat(git.run("verify-commit", "-v", "HEAD")).contains("Good \"git\" signature for ada@example.org");
        assertThat(git.run("fsck", "--strict")).doesNotContain("error");
    }

    @Test
    void aCommitIsSignedByTheGpgThatGitIsConfiguredWith() throws Exception {
        assumeThat(isInstalled("gpg")).describedAs("gpg is installed").isTrue();
        // Short, since the agent's socket has a limited length.
        Path home = Files.createTempDirectory("g");
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx------"));
        try {
            List<String> gpg = List.of("gpg", "--homedir", home.toString(), "--batch", "--passphrase", "");
            run(with(gpg, "--quick-generate-key", "Ada <ada@example.org>", "ed25519", "sign", "1d"));
            Path program = Files.writeString(
                    root.resolve(".git/gpg"), "#!/bin/sh\nexec gpg --homedir '" + home + "' \"$@\"\n");
            Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
            git.run("config", "commit.gpgSign", "true");
            git.run("config", "gpg.program", program.toString());

            registry.commit(List.of("prompts/a.prompt"), "Add a", ADA);

            assertThat(git.run("verify-commit", "HEAD")).contains("Good signature from \"Ada <ada@example.org>\"");
        } finally {
            run(List.of("gpgconf", "--homedir", home.toString(), "--kill", "all"));
            delete(home);
        }
    }

    @Test
    void aProgramThatIsNotThereIsNamed() {
        git.run("config", "commit.gpgSign", "true");
        git.run("config", "gpg.program", "no-such-gpg");

        assertThatThrownBy(() -> registry.commit(List.of("prompts/a.prompt"), "Add a", ADA))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("no-such-gpg")
                .hasMessageContaining("gpg.program");
        assertThat(root.resolve(".git/index.lock")).doesNotExist();
    }

    private static List<String> with(List<String> command, String... more) {
        return java.util.stream.Stream.concat(command.stream(), java.util.Arrays.stream(more))
                .toList();
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor()).describedAs(command + ": " + output).isZero();
    }

    private static boolean isInstalled(String program) {
        return List.of(System.getenv("PATH").split(java.io.File.pathSeparator)).stream()
                .anyMatch(entry -> Files.isExecutable(Path.of(entry, program)));
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
