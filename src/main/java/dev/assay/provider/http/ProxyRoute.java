package dev.assay.provider.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import javax.net.ssl.SSLSocketFactory;
import okhttp3.Authenticator;
import okhttp3.Credentials;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.Route;
import org.jspecify.annotations.Nullable;

/**
 * The way over a proxy.
 *
 * @param address of http, of https, whose user and password it may hold, or of socks5
 * @param tls makes the connections with an https proxy
 */
record ProxyRoute(URI address, SSLSocketFactory tls) implements Authenticator {
    private static final int USUAL_PORT = 80;
    private static final int USUAL_TLS_PORT = 443;
    private static final int USUAL_SOCKS_PORT = 1080;
    private static final String HEADER = "Proxy-Authorization";

    /** The way over a proxy whose certificate this machine trusts. */
    ProxyRoute(URI address) {
        this(address, (SSLSocketFactory) SSLSocketFactory.getDefault());
    }

    void take(OkHttpClient.Builder client) {
        String scheme = address.getScheme().toLowerCase(Locale.ROOT);
        boolean socks = scheme.startsWith("socks");
        int usual = socks ? USUAL_SOCKS_PORT : scheme.equals("https") ? USUAL_TLS_PORT : USUAL_PORT;
        int port = address.getPort() < 0 ? usual : address.getPort();
        // Its name is looked up when it is used.
        var place = InetSocketAddress.createUnresolved(address.getHost(), port);
        client.proxy(new Proxy(socks ? Proxy.Type.SOCKS : Proxy.Type.HTTP, place))
                .proxyAuthenticator(this);
        if (scheme.equals("https")) {
            client.socketFactory(new TlsProxySockets(tls));
        }
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
