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
import org.eclipse.jgit.errors.UnsupportedCredentialItem;
import org.eclipse.jgit.transport.CredentialItem;
import org.eclipse.jgit.transport.CredentialsProvider;
import org.eclipse.jgit.transport.URIish;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Credentials from {@code git credential}, and so from whatever keychain git is configured with; the user is asked for
 * what that does not know. For one exchange with a remote.
 */
public final class GitCredentials extends CredentialsProvider {
    private static final Logger LOG = LoggerFactory.getLogger(GitCredentials.class);
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Path folder;
    private final CredentialPrompt prompt;
    private final Map<String, Login> used = new HashMap<>();
    private final Map<String, Boolean> refused = new HashMap<>();

    public GitCredentials(Path folder, CredentialPrompt prompt) {
        this.folder = folder;
        this.prompt = prompt;
    }

    @Override
    public boolean isInteractive() {
        return prompt != CredentialPrompt.NONE;
    }

    @Override
    public boolean supports(CredentialItem... items) {
        return true;
    }

    @Override
    public boolean get(URIish uri, CredentialItem... items) throws UnsupportedCredentialItem {
        boolean ssh = "ssh".equals(uri.getScheme()) || uri.getScheme() == null;
        Login login = null;
        for (CredentialItem item : items) {
            boolean loginWanted =
                    !ssh && (item instanceof CredentialItem.Username || item instanceof CredentialItem.Password);
            if (loginWanted && login == null) {
                login = login(uri).orElse(null);
                if (login == null) {
                    return false;
                }
            }
            if (!fill(item, login)) {
                return false;
            }
        }
        return true;
    }

    private boolean fill(CredentialItem item, @Nullable Login login) {
        if (item instanceof CredentialItem.Username name && login != null) {
            name.setValue(login.user());
            return true;
        }
        return switch (item) {
            case CredentialItem.CharArrayType secret -> {
                Optional<char[]> answer = login != null
                        ? Optional.of(login.password().toCharArray())
                        : prompt.secret(item.getPromptText());
                answer.ifPresent(secret::setValue);
                yield answer.isPresent();
            }
            case CredentialItem.StringType text -> {
                Optional<char[]> answer = prompt.secret(item.getPromptText());
                answer.ifPresent(value -> text.setValue(new String(value)));
                yield answer.isPresent();
            }
            case CredentialItem.YesNoType question -> {
                question.setValue(prompt.confirm(item.getPromptText()));
                yield true;
            }
            default -> true;
        };
    }

    private Optional<Login> login(URIish uri) {
        String url = plain(uri);
        Login known = used.get(url);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<Login> found = refused.containsKey(url) ? Optional.empty() : ofHelper(uri);
        Login login = found.or(() -> prompt.login(url, String.valueOf(uri.getUser() == null ? "" : uri.getUser())))
                .orElse(null);
        if (login != null) {
            used.put(url, login);
        }
        return Optional.ofNullable(login);
    }

    private Optional<Login> ofHelper(URIish uri) {
        String answer = call("fill", describe(uri, null));
        String user = value(answer, "username");
        String password = value(answer, "password");
        return user.isEmpty() && password.isEmpty() ? Optional.empty() : Optional.of(new Login(user, password));
    }

    /** The remote refused what it was given. */
    @Override
    public void reset(URIish uri) {
        String url = plain(uri);
        Login login = used.remove(url);
        if (login != null) {
            refused.put(url, true);
            call("reject", describe(uri, login));
        }
    }

    /** The remote took it: git's helper may remember. */
    public void approve(List<URIish> uris) {
        for (URIish uri : uris) {
            Login login = used.get(plain(uri));
            if (login != null) {
                call("approve", describe(uri, login));
            }
        }
    }

    private static String plain(URIish uri) {
        String port = uri.getPort() > 0 ? ":" + uri.getPort() : "";
        return uri.getScheme() + "://" + uri.getHost() + port + "/";
    }

    private static String describe(URIish uri, @Nullable Login login) {
        String path = uri.getPath() == null ? "" : uri.getPath().replaceFirst("^/", "");
        String port = uri.getPort() > 0 ? ":" + uri.getPort() : "";
        String user = login != null ? login.user() : uri.getUser();
        return "protocol=" + uri.getScheme() + "\nhost=" + uri.getHost() + port + "\npath=" + path + "\n"
                + (user == null ? "" : "username=" + user + "\n")
                + (login == null ? "" : "password=" + login.password() + "\n") + "\n";
    }

    private static String value(String answer, String key) {
        return answer.lines()
                .filter(line -> line.startsWith(key + "="))
                .map(line -> line.substring(key.length() + 1))
                .findFirst()
                .orElse("");
    }

    private String call(String action, String input) {
        try {
            var git = new ExternalProgram(
                    List.of("git", "credential", action), folder, Map.of("GIT_TERMINAL_PROMPT", "0"), PATIENCE);
            ExternalProgram.Result result = git.run(input.getBytes(StandardCharsets.UTF_8));
            return result.isDone() ? result.text() : "";
        } catch (IOException e) {
            LOG.debug("git credential {} cannot be asked: {}", action, e.getMessage());
            return "";
        }
    }
}
