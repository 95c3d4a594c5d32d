package dev.assay.registry.remote.credential;

import dev.assay.registry.git.ExternalProgram;
import dev.assay.registry.remote.credential.CredentialPrompt.Login;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jgit.transport.URIish;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks {@code git credential}, and so whatever keychain git is configured with. It never asks in the terminal. */
final class CredentialHelper {
    private static final Logger LOG = LoggerFactory.getLogger(CredentialHelper.class);

    /** Time for a helper that asks in a window of its own or in the browser. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Path folder;
    private final Map<String, String> environment;

    /**
     * @param folder where git is asked, since a repository may have settings of its own
     * @param environment the user's
     */
    CredentialHelper(Path folder, Map<String, String> environment) {
        this.folder = folder;
        this.environment = new HashMap<>(environment);
        this.environment.put("GIT_TERMINAL_PROMPT", "0");
    }

    /** What it knows of the user there. */
    Optional<Login> fill(URIish uri) {
        String answer = call("fill", uri, null);
        String user = value(answer, "username");
        String password = value(answer, "password");
        return user.isEmpty() && password.isEmpty() ? Optional.empty() : Optional.of(new Login(user, password));
    }

    /** Tells it that the remote took them. */
    void approve(URIish uri, Login login) {
        call("approve", uri, login);
    }

    /** Tells it that the remote refused them. */
    void reject(URIish uri, Login login) {
        call("reject", uri, login);
    }

    private String call(String action, URIish uri, @Nullable Login login) {
        String port = uri.getPort() > 0 ? ":" + uri.getPort() : "";
        String path = uri.getPath() == null ? "" : uri.getPath().replaceFirst("^/", "");
        String user = login == null ? uri.getUser() : login.user();
        List<String> lines = Stream.of(
                        line("protocol", uri.getScheme()),
                        line("host", uri.getHost() + port),
                        line("path", path),
                        line("username", user),
                        line("password", login == null ? null : login.password()))
                .flatMap(Optional::stream)
                .toList();
        if (lines.stream().anyMatch(line -> line.chars().anyMatch(one -> one == '\n' || one == '\r' || one == 0))) {
            // Such a line could ask for the secrets of another host.
            LOG.debug("git credential {} is not asked: the address has a line break in it", action);
            return "";
        }
        return run(action, String.join("\n", lines) + "\n\n");
    }

    private String run(String action, String input) {
        try {
            var git = new ExternalProgram(List.of("git", "credential", action), folder, environment, PATIENCE);
            ExternalProgram.Result result = git.run(input.getBytes(StandardCharsets.UTF_8));
            return result.isDone() ? result.text() : "";
        } catch (IOException e) {
            LOG.debug("git credential {} cannot be asked: {}", action, e.getMessage());
            return "";
        }
    }

    private static Optional<String> line(String key, @Nullable String value) {
        return Optional.ofNullable(value).map(text -> key + "=" + text);
    }

    private static String value(String answer, String key) {
        return answer.lines()
                .filter(line -> line.startsWith(key + "="))
                .map(line -> line.substring(key.length() + 1))
                .findFirst()
                .orElse("");
    }
}
