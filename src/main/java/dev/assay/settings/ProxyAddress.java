package dev.assay.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Addresses of proxies: HTTP, HTTP over TLS, and SOCKS version 5. */
final class ProxyAddress {
    private static final List<String> SCHEMES = List.of("http", "https", "socks5", "socks5h", "socks");

    private ProxyAddress() {}

    /** Empty where it is none of these; a SOCKS proxy that wants a password is not one, as Java cannot give it to one alone. */
    static Optional<URI> of(String text) {
        try {
            URI url = new URI(text);
            boolean known =
                    url.getScheme() != null && SCHEMES.contains(url.getScheme().toLowerCase(Locale.ROOT));
            return known && url.getHost() != null && !(isSocks(url) && url.getRawUserInfo() != null)
                    ? Optional.of(url)
                    : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static boolean isSocks(URI url) {
        return url.getScheme().toLowerCase(Locale.ROOT).startsWith("socks");
    }
}
