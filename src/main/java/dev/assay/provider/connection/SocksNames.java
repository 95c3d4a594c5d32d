package dev.assay.provider.connection;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import okhttp3.Dns;

/**
 * Leaves the names of hosts to a proxy: what it gives as their address holds the name alone.
 *
 * @param proxy connections over another one are not shared
 */
record SocksNames(URI proxy) implements Dns {
    private static final byte[] NOWHERE = new byte[4];

    @Override
    public List<InetAddress> lookup(String hostname) throws UnknownHostException {
        return List.of(InetAddress.getByAddress(hostname, NOWHERE));
    }

    static boolean isOfProxy(InetAddress address) {
        return address.isAnyLocalAddress();
    }

    /** Without what may be secret. */
    @Override
    public String toString() {
        return "SocksNames[" + proxy.getHost() + "]";
    }
}
