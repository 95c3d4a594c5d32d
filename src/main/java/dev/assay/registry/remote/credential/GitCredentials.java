package dev.assay.registry.remote.credential;

import dev.assay.registry.remote.credential.CredentialPrompt.Login;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.transport.CredentialItem;
import org.eclipse.jgit.transport.CredentialsProvider;
import org.eclipse.jgit.transport.URIish;

/**
 * Credentials from the address, else from git's own helper; the user is asked for what that does not know. For one
 * exchange with a remote.
 */
public final class GitCredentials extends CredentialsProvider {
    private final CredentialHelper helper;
    private final CredentialPrompt prompt;
    private final Map<String, Used> used = new HashMap<>();
    private final Set<String> refused = new HashSet<>();
    private Optional<Used> known = Optional.empty();
    private boolean wanted;

    /**
     * @param folder where git's helper is asked
     * @param environment the user's
     */
    public GitCredentials(Path folder, Map<String, String> environment, CredentialPrompt prompt) {
        this.helper = new CredentialHelper(folder, environment);
        this.prompt = prompt;
    }

    private record Used(URIish uri, Login login) {}

    /** How far a remote let us in with user and password. */
    public enum State {
        /** It did not ask. */
        NOT_ASKED,
        /** It asked, and nobody knew. */
        UNKNOWN,
        /** It refused what it was given. */
        REFUSED,
        /** It was given what it asked for. */
        GIVEN
    }

    /** How far it went so far. */
    public State state() {
        if (!used.isEmpty()) {
            return State.GIVEN;
        }
        if (!refused.isEmpty()) {
            return State.REFUSED;
        }
        return wanted ? State.UNKNOWN : State.NOT_ASKED;
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
    public boolean get(URIish uri, CredentialItem... items) {
        boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
        return web ? fillLogin(uri, items) : answer(items);
    }

    /** A web server is told user and password and nothing else: nobody is asked to trust its broken certificate. */
    private boolean fillLogin(URIish uri, CredentialItem... items) {
        for (CredentialItem item : items) {
            if (!(item instanceof CredentialItem.Username) && !(item instanceof CredentialItem.Password)) {
                return false;
            }
        }
        Login login = login(uri).orElse(null);
        if (login == null) {
            return false;
        }
        for (CredentialItem item : items) {
            if (item instanceof CredentialItem.Username user) {
                user.setValue(login.user());
            } else if (item instanceof CredentialItem.Password password) {
                password.setValue(login.password().toCharArray());
            }
        }
        return true;
    }

    private Optional<Login> login(URIish uri) {
        wanted = true;
        String server = server(uri);
        Used before = used.get(server);
        if (before != null) {
            return Optional.of(before.login());
        }
        String user = uri.getUser() == null ? "" : uri.getUser();
        Optional<Login> found = refused.contains(server)
                ? Optional.empty()
                : ofAddress(uri).or(() -> ofKnown(server)).or(() -> helper.fill(uri));
        Optional<Login> login = found.or(() -> prompt.login(server, user));
        login.ifPresent(one -> used.put(server, new Used(uri, one)));
        return login;
    }

    private static Optional<Login> ofAddress(URIish uri) {
        return uri.getUser() == null || uri.getPass() == null
                ? Optional.empty()
                : Optional.of(new Login(uri.getUser(), uri.getPass()));
    }

    private Optional<Login> ofKnown(String server) {
        return known.filter(one -> server(one.uri()).equals(server)).map(Used::login);
    }

    /** Remembers user and password of an address for its server; a user alone may be a token. */
    public void know(URIish address) {
        if (address.getUser() != null) {
            String password = address.getPass() == null ? "" : address.getPass();
            known = Optional.of(new Used(address, new Login(address.getUser(), password)));
        }
    }

    /** What ssh asks: all notices and the question belong together. */
    private boolean answer(CredentialItem... items) {
        var notices = new StringBuilder();
        for (CredentialItem item : items) {
            if (item instanceof CredentialItem.InformationalMessage) {
                notices.append(item.getPromptText()).append('\n');
            } else if (!answer(item, notices + item.getPromptText())) {
                return false;
            }
        }
        return true;
    }

    private boolean answer(CredentialItem item, String question) {
        return switch (item) {
            case CredentialItem.YesNoType decision -> {
                decision.setValue(prompt.confirm(question));
                yield true;
            }
            case CredentialItem.CharArrayType secret -> {
                Optional<char[]> answer = prompt.secret(question);
                answer.ifPresent(secret::setValue);
                yield answer.isPresent();
            }
            case CredentialItem.StringType text -> {
                Optional<char[]> answer = prompt.secret(question);
                answer.ifPresent(value -> text.setValue(new String(value)));
                yield answer.isPresent();
            }
            default -> false;
        };
    }

    /** The remote refused what it was given. */
    @Override
    public void reset(URIish uri) {
        Used wrong = used.remove(server(uri));
        if (wrong != null) {
            refused.add(server(uri));
            prompt.refused(server(uri));
            helper.reject(wrong.uri(), wrong.login());
        }
    }

    /** The remote took it: git's helper may remember. */
    public void approve() {
        used.values().forEach(taken -> helper.approve(taken.uri(), taken.login()));
    }

    private static String server(URIish uri) {
        String port = uri.getPort() > 0 ? ":" + uri.getPort() : "";
        return uri.getScheme() + "://" + uri.getHost() + port + "/";
    }
}
