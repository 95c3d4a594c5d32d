package dev.assay.registry.remote.transport;

import java.io.IOException;
import java.net.Proxy;
import java.net.URL;
import java.security.GeneralSecurityException;
import java.util.Optional;
import javax.net.ssl.TrustManager;
import org.eclipse.jgit.transport.URIish;
import org.eclipse.jgit.transport.http.HttpConnection;
import org.eclipse.jgit.transport.http.HttpConnectionFactory;

/** Connects to the host of one remote only, so that no answer can send us, and what we know, elsewhere. */
final class OneHost implements HttpConnectionFactory {
    private final HttpConnectionFactory connections;
    private final URIish home;
    private final Optional<TrustManager[]> trust;

    /** @param trust what decides on certificates; empty for what this computer trusts */
    OneHost(HttpConnectionFactory connections, URIish home, Optional<TrustManager[]> trust) {
        this.connections = connections;
        this.home = home;
        this.trust = trust;
    }

    @Override
    public HttpConnection create(URL url) throws IOException {
        requireHome(url);
        return trusting(connections.create(url));
    }

    @Override
    public HttpConnection create(URL url, Proxy proxy) throws IOException {
        requireHome(url);
        return trusting(connections.create(url, proxy));
    }

    private HttpConnection trusting(HttpConnection connection) throws IOException {
        if (trust.isPresent() && connection.getURL().getProtocol().equals("https")) {
            try {
                connection.configure(null, trust.get(), null);
            } catch (GeneralSecurityException e) {
                throw new IOException("the certificates that git is configured with cannot be used", e);
            }
        }
        return connection;
    }

    private void requireHome(URL url) throws IOException {
        boolean sameHost = url.getHost().equalsIgnoreCase(home.getHost());
        if (!sameHost || !(port(url) == port() || isUpgrade(url))) {
            throw new ForeignHostException(home.getHost() + " sends us on to another server, "
                    + RemoteUrls.redact(url.getProtocol() + "://" + url.getAuthority())
                    + ": if that is right, change the remote's address to it");
        }
    }

    /** From http to https of the same host, which asks for no trust. */
    private boolean isUpgrade(URL url) {
        return "http".equals(home.getScheme()) && url.getProtocol().equals("https") && port() == 80 && port(url) == 443;
    }

    private int port() {
        boolean secure = "https".equals(home.getScheme());
        return home.getPort() > 0 ? home.getPort() : secure ? 443 : 80;
    }

    private static int port(URL url) {
        return url.getPort() > 0 ? url.getPort() : url.getDefaultPort();
    }

    /** An answer would lead us elsewhere. */
    static final class ForeignHostException extends IOException {
        private static final long serialVersionUID = 1L;

        ForeignHostException(String message) {
            super(message);
        }
    }
}
