package dev.assay.registry.remote.transport;

import dev.assay.llm.InputException;
import java.net.URISyntaxException;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.jgit.transport.URIish;

/** Addresses of remotes, as they may be shown and as they may be used; and what remotes say, as it may be shown. */
public final class RemoteUrls {
    /** A user with a password, or a user so long that it is a token. */
    private static final Pattern SECRET = Pattern.compile("(://)(?:[^/\\s]*:[^/\\s]*|[^/:@\\s]{20,})@");

    /** What steers a terminal or turns the direction of what follows. */
    private static final Pattern UNPRINTABLE =
            Pattern.compile("[\\p{Cntrl}\\x{80}-\\x{9f}\\x{202a}-\\x{202e}\\x{2066}-\\x{2069}\\x{2028}\\x{2029}]+");

    private static final int LONGEST = 300;
    private static final Set<String> SCHEMES = Set.of("file", "http", "https", "ssh", "git", "git+ssh", "ssh+git");

    private RemoteUrls() {}

    /** The text with user and password taken out of every address in it. */
    public static String redact(String text) {
        return SECRET.matcher(text).replaceAll("$1");
    }

    /** What a remote said, on one line of bounded length without secrets and control characters. */
    public static String readable(String said) {
        String line = UNPRINTABLE.matcher(redact(said)).replaceAll(" ").strip();
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }

    /** Whether the address holds what only its user may know. */
    public static boolean hasSecret(String url) {
        return !redact(url).equals(url);
    }

    /** Whether it names a folder of this computer by its path. */
    public static boolean isPath(String url) {
        URIish uri = parse(url);
        return uri.getScheme() == null && uri.getHost() == null;
    }

    /** The address as it may be kept in a file. */
    public static URIish withoutSecret(URIish uri) {
        return hasSecret(uri.setPass(null).toString()) ? uri.setUser(null).setPass(null) : uri.setPass(null);
    }

    /** Reads an address; throws {@link InputException} for one that is none, or that could be taken for an option of a program. */
    public static URIish parse(String url) {
        try {
            URIish uri = new URIish(url);
            return requireHarmless(uri);
        } catch (URISyntaxException e) {
            throw new InputException("'" + redact(url) + "' is not the address of a repository: write a path,"
                    + " https://host/path or git@host:path");
        }
    }

    /** Refuses hosts, users and paths that begin with a dash, which ssh would take for options. */
    public static URIish requireHarmless(URIish uri) {
        if (uri.getScheme() != null && !SCHEMES.contains(uri.getScheme())) {
            throw new InputException("'" + redact(uri.toString()) + "' begins with " + uri.getScheme()
                    + "://, which is no way to a repository: use https, ssh or a path");
        }
        if (isOption(uri.getHost()) || isOption(uri.getUser()) || isOption(uri.getPath())) {
            throw new InputException("The address " + redact(uri.toString())
                    + " has a part that begins with '-', which ssh would take for an option: refused");
        }
        return uri;
    }

    private static boolean isOption(@org.jspecify.annotations.Nullable String part) {
        return part != null && part.startsWith("-");
    }
}
