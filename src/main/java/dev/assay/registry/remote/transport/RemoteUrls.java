package dev.assay.registry.remote.transport;

import dev.assay.llm.InputException;
import java.net.URISyntaxException;
import java.util.regex.Pattern;
import org.eclipse.jgit.transport.URIish;

/** Addresses of remotes, as they may be shown and as they may be used. */
public final class RemoteUrls {
    private static final Pattern SECRET = Pattern.compile("(://)[^/@\\s]*:[^/@\\s]*@");

    private RemoteUrls() {}

    /** The text with user and password taken out of every address in it. */
    public static String redact(String text) {
        return SECRET.matcher(text).replaceAll("$1");
    }

    /** Reads an address; throws {@link InputException} for one that could be taken for an option of a program. */
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
