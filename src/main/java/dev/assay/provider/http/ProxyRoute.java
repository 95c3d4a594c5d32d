package dev.assay.provider.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import okhttp3.Authenticator;
import okhttp3.Credentials;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.Route;
import org.jspecify.annotations.Nullable;

/** The way over an HTTP proxy, whose user and password may stand in its address. */
record ProxyRoute(URI address) implements Authenticator {
    private static final int USUAL_PORT = 80;
    private static final String HEADER = "Proxy-Authorization";

    void take(OkHttpClient.Builder client) {
        int port = address.getPort() < 0 ? USUAL_PORT : address.getPort();
        // Its name is looked up when it is used.
        client.proxy(new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(address.getHost(), port)))
                .proxyAuthenticator(this);
    }

    @Override
    public @Nullable Request authenticate(@Nullable Route route, Response response) throws IOException {
        String user = address.getRawUserInfo();
        // A second refusal is final.
        if (user == null || response.request().header(HEADER) != null) {
            return null;
        }
        int colon = user.indexOf(':');
        String name = colon < 0 ? user : user.substring(0, colon);
        String password = colon < 0 ? "" : user.substring(colon + 1);
        return response.request()
                .newBuilder()
                .header(HEADER, Credentials.basic(plain(name), plain(password), StandardCharsets.UTF_8))
                .build();
    }

    private static String plain(String encoded) {
        return URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** Without what may be secret. */
    @Override
    public String toString() {
        return "ProxyRoute[" + address.getHost() + ":" + address.getPort() + "]";
    }
}
