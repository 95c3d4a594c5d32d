package dev.assay.settings;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The proxy that the environment names for an address: HTTPS_PROXY, HTTP_PROXY, ALL_PROXY and NO_PROXY, in small ones first. */
final class EnvironmentProxy {
    private EnvironmentProxy() {}

    /** Empty where none is named, the address is left out by NO_PROXY or is on this machine, or it is no address of a proxy. */
    static Optional<URI> of(URI target, KeySource environment) {
        String host = target.getHost();
        if (host == null || isHere(host) || isLeftOut(target, variable("no_proxy", environment))) {
            return Optional.empty();
        }
        boolean secure = "https".equalsIgnoreCase(target.getScheme());
        String named = variable(secure ? "https_proxy" : "http_proxy", environment);
        return address(named.isEmpty() ? variable("all_proxy", environment) : named);
    }

    private static String variable(String name, KeySource environment) {
        String small = environment.variable(name);
        return small.isEmpty() ? environment.variable(name.toUpperCase(Locale.ROOT)) : small;
    }

    private static Optional<URI> address(String named) {
        return ProxyAddress.of(named.contains("://") ? named : "http://" + named);
    }

    private static boolean isHere(String host) {
        return host.matches("(?i)localhost|127[.][0-9.]+|\\[::1]");
    }

    private static boolean isLeftOut(URI target, String names) {
        return Arrays.stream(names.split("[,\\s]+", -1))
                .map(name -> name.toLowerCase(Locale.ROOT))
                .filter(name -> !name.isEmpty())
                .anyMatch(name -> covers(name, target));
    }

    /** A name covers the host of that name and those below it. */
    private static boolean covers(String name, URI target) {
        String host = target.getHost().toLowerCase(Locale.ROOT);
        int colon = name.startsWith("[") ? name.indexOf(':', name.indexOf(']')) : name.indexOf(':');
        String port = colon < 0 ? "" : name.substring(colon + 1);
        String plain = (colon < 0 ? name : name.substring(0, colon)).replaceFirst("^[*]?[.]", "");
        boolean here = plain.equals("*") || host.equals(plain) || host.endsWith("." + plain);
        return here && (port.isEmpty() || port.equals(String.valueOf(target.getPort())));
    }
}
