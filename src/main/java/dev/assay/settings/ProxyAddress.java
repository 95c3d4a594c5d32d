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

    /** Empty where it is none of these. */
    static Optional<URI> of(String text) {
        try {
            URI url = new URI(text);
            boolean known =
                    url.getScheme() != null && SCHEMES.contains(url.getScheme().toLowerCase(Locale.ROOT));
            return known && url.getHost() != null ? Optional.of(url) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
