package dev.assay.registry.remote;

import dev.assay.registry.GitCommand;
import dev.assay.registry.git.GitWorkspace;
import dev.assay.registry.remote.credential.CredentialPrompt;
import dev.assay.registry.remote.transport.Progress;
import dev.assay.registry.remote.transport.UserEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A workspace of Ada, a bare repository that she shares, and her settings of git, which are none of this computer's. */
final class SharedPrompts implements AutoCloseable {
    final Path folder;
    final Path root;
    final GitCommand ada;
    final Path settings;
    private final GitWorkspace workspace;
    private final Map<String, String> variables = new HashMap<>(System.getenv());

    SharedPrompts(Path folder) throws IOException {
        this.folder = folder;
        root = folder.resolve("ada");
        GitWorkspace.create(root);
        workspace = GitWorkspace.open(root);
        ada = new GitCommand(root);
        ada.run("config", "user.name", "Ada");
        ada.run("config", "user.email", "ada@example.org");
        ada.run("config", "remote.origin.timeout", "20");
        settings = Files.writeString(folder.resolve("gitconfig"), "");
        variables.put("GIT_CONFIG_GLOBAL", settings.toString());
        variables.put("GIT_CONFIG_NOSYSTEM", "1");
        variables.put("GIT_ASKPASS", "");
        variables.put("GIT_SSL_CAINFO", "");
        variables.put("GIT_SSH_COMMAND", "");
        variables.put("GIT_SSH", "");
        commit("a.txt", "1\n");
        new GitCommand(folder).run("clone", "-q", "--bare", "ada", "shared.git");
    }

    /** A commit of somebody else, which lies in the bare repository. */
    void somebodyPushes(String file) throws IOException {
        Path other = folder.resolve("bea");
        if (!Files.exists(other)) {
            new GitCommand(folder).run("clone", "-q", "shared.git", "bea");
        }
        var bea = new GitCommand(other);
        bea.run("pull", "-q");
        Files.writeString(other.resolve(file), file);
        bea.run("add", "-A");
        bea.run("commit", "-qm", "Write " + file);
        bea.run("push", "-q");
    }

    void commit(String file, String text) throws IOException {
        Files.writeString(root.resolve(file), text);
        ada.run("add", "-A");
        ada.run("commit", "-qm", "Write " + file);
    }

    /** Writes to the file that takes the place of the user's own settings of git. */
    void configure(String name, String value) {
        ada.run("config", "--file", settings.toString(), name, value);
    }

    void variable(String name, String value) {
        variables.put(name, value);
    }

    UserEnvironment user() {
        return new UserEnvironment(false, variables, folder);
    }

    Remotes remotes() {
        return new Remotes(workspace);
    }

    List<RefChange> fetch() {
        return fetch(CredentialPrompt.NONE, Progress.NONE);
    }

    List<RefChange> fetch(CredentialPrompt prompt, Progress progress) {
        return new Synchronizer(workspace, user()).fetch("origin", prompt, progress);
    }

    PullOutcome pull() {
        return new Synchronizer(workspace, user()).pull(CredentialPrompt.NONE, Progress.NONE);
    }

    PushOutcome push() {
        return push(CredentialPrompt.NONE);
    }

    PushOutcome push(CredentialPrompt prompt) {
        return new Pusher(workspace, user()).push(Pusher.Request.PLAIN, prompt, Progress.NONE);
    }

    /** All that git keeps as text about the repository. */
    String whatGitKeeps() throws IOException {
        return whatGitKeeps(root);
    }

    static String whatGitKeeps(Path root) throws IOException {
        var text = new StringBuilder();
        try (var files = Files.walk(root.resolve(".git"))) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(one -> !one.toString().contains("objects"))
                    .toList()) {
                text.append(new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1));
            }
        }
        return text.toString().replaceAll("[^\\n -~]", "");
    }

    @Override
    public void close() {
        workspace.close();
    }
}
