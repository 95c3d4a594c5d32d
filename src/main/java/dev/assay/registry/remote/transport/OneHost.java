package dev.assay.registry.remote.transport;

import java.io.IOException;
import java.net.Proxy;
import java.net.URL;
import org.eclipse.jgit.transport.http.HttpConnection;
import org.eclipse.jgit.transport.http.HttpConnectionFactory;

/** Connects to the host of one remote only, so that no answer can send us elsewhere. */
final class OneHost implements HttpConnectionFactory {
    private final HttpConnectionFactory connections;
    private final String host;

    OneHost(HttpConnectionFactory connections, String host) {
        this.connections = connections;
        this.host = host;
    }

    @Override
    public HttpConnection create(URL url) throws IOException {
        requireHost(url);
        return connections.create(url);
    }

    @Override
    public HttpConnection create(URL url, Proxy proxy) throws IOException {
        requireHost(url);
        return connections.create(url, proxy);
    }

    private void requireHost(URL url) throws IOException {
        if (!url.getHost().equalsIgnoreCase(host)) {
            throw new IOException(host + " sends us on to another host, " + url.getHost()
                    + ": if that is right, change the remote's address to it");
        }
    }
}
