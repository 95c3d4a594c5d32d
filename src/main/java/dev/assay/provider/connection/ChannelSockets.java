package dev.assay.provider.connection;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import javax.net.SocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Makes sockets over channels, as these can be looked at without waiting. A socket with TLS hides the one beneath it, so
 * that one is found again by its addresses. Thread-safe.
 */
final class ChannelSockets extends SocketFactory {
    private final Set<SocketChannel> made = Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    @Override
    public Socket createSocket() throws IOException {
        var channel = SocketChannel.open();
        made.add(channel);
        return channel.socket();
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port), null);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port), null);
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
        return connected(new InetSocketAddress(host, port), new InetSocketAddress(local, localPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
        return connected(new InetSocketAddress(host, port), new InetSocketAddress(local, localPort));
    }

    private Socket connected(InetSocketAddress remote, @Nullable InetSocketAddress local) throws IOException {
        Socket socket = createSocket();
        if (local != null) {
            socket.bind(local);
        }
        socket.connect(remote);
        return socket;
    }

    /** The channel under a connected socket, or null where it was not made here. */
    @Nullable
    SocketChannel under(Socket socket) {
        if (socket.getChannel() != null) {
            return socket.getChannel();
        }
        for (SocketChannel channel : all()) {
            Socket other = channel.socket();
            if (channel.isConnected()
                    && socket.getLocalPort() == other.getLocalPort()
                    && socket.getPort() == other.getPort()
                    && socket.getInetAddress().equals(other.getInetAddress())) {
                return channel;
            }
        }
        return null;
    }

    private List<SocketChannel> all() {
        synchronized (made) {
            made.removeIf(channel -> !channel.isOpen());
            return new ArrayList<>(made);
        }
    }
}
