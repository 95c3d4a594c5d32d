package dev.assay.provider.connection;

import dev.assay.llm.outbound.OutboundLog;
import dev.assay.llm.outbound.Purpose;
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
 * @param address of http, https or socks5, whose user and password it may hold
 * @param tls makes the connections with an https proxy
 */
public record ProxyRoute(URI address, SSLSocketFactory tls) implements Authenticator {
    private static final int USUAL_PORT = 80;
    private static final int USUAL_TLS_PORT = 443;
    private static final int USUAL_SOCKS_PORT = 1080;
    private static final String HEADER = "Proxy-Authorization";

    /** The way over a proxy whose certificate this machine trusts. */
    public ProxyRoute(URI address) {
        this(address, (SSLSocketFactory) SSLSocketFactory.getDefault());
    }

    /** Has a client go this way. */
    public void take(OkHttpClient.Builder client) {
        String scheme = address.getScheme().toLowerCase(Locale.ROOT);
        boolean socks = scheme.startsWith("socks");
        int usual = socks ? USUAL_SOCKS_PORT : scheme.equals("https") ? USUAL_TLS_PORT : USUAL_PORT;
        int port = address.getPort() < 0 ? usual : address.getPort();
        // Its name is looked up when it is used.
        if (socks && address.getRawUserInfo() != null) {
            throughLogin(client, port);
            return;
        }
        var place = InetSocketAddress.createUnresolved(address.getHost(), port);
        client.proxy(new Proxy(socks ? Proxy.Type.SOCKS : Proxy.Type.HTTP, place))
                .proxyAuthenticator(this);
        if (scheme.equals("https")) {
            client.socketFactory(new TlsProxySockets(tls));
        }
    }

    /** As a proxy of the client it would be asked without the password. */
    private void throughLogin(OkHttpClient.Builder client, int port) {
        client.proxy(Proxy.NO_PROXY).dns(new SocksNames(address)).socketFactory(new SocksSockets(() -> {
            OutboundLog.ofProcess().contacted(address.getHost() + ":" + port, Purpose.PROXY);
            return new SocksSocket(InetSocketAddress.createUnresolved(address.getHost(), port), user(), password());
        }));
    }

    private String user() {
        String both = String.valueOf(address.getRawUserInfo());
        int colon = both.indexOf(':');
        return plain(colon < 0 ? both : both.substring(0, colon));
    }

    private String password() {
        String both = String.valueOf(address.getRawUserInfo());
        int colon = both.indexOf(':');
        return colon < 0 ? "" : plain(both.substring(colon + 1));
    }

    @Override
    public @Nullable Request authenticate(@Nullable Route route, Response response) throws IOException {
        // A second refusal is final.
        if (address.getRawUserInfo() == null || response.request().header(HEADER) != null) {
            return null;
        }
        return response.request()
                .newBuilder()
                .header(HEADER, Credentials.basic(user(), password(), StandardCharsets.UTF_8))
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
