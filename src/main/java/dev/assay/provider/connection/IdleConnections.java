package dev.assay.provider.connection;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;
import okhttp3.Connection;
import okhttp3.Interceptor;
import okhttp3.Protocol;
import okhttp3.Response;

/**
 * Tells whether the server closed a connection while it lay idle. That is found out before a request is sent on it, so
 * that taking another connection can never send, and bill, a request twice. Thread-safe.
 */
final class IdleConnections {
    private final ChannelSockets sockets;
    private final Set<Connection> used = Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    IdleConnections(ChannelSockets sockets) {
        this.sockets = sockets;
    }

    /** As an application interceptor: takes another connection for as long as the one taken turns out to be closed. */
    Response takeAnother(Interceptor.Chain chain) throws IOException {
        while (true) {
            try {
                return chain.proceed(chain.request());
            } catch (ClosedWhileIdle e) {
                // The client has dropped that connection; the next one is another.
                continue;
            }
        }
    }

    /** As a network interceptor: gives up a connection that was used before and is closed by now. */
    Response refuseClosed(Interceptor.Chain chain) throws IOException {
        Connection connection = chain.connection();
        boolean reused = connection != null && !used.add(connection);
        if (reused && connection.protocol() != Protocol.HTTP_2 && isClosed(connection.socket())) {
            throw new ClosedWhileIdle();
        }
        return chain.proceed(chain.request());
    }

    /** Nothing can be read from a connection that is open and idle. */
    private boolean isClosed(Socket socket) {
        SocketChannel channel = sockets.under(socket);
        return channel == null ? isClosedAfterAWait(socket) : isClosed(channel);
    }

    private static boolean isClosed(SocketChannel channel) {
        try {
            channel.configureBlocking(false);
            try {
                return channel.read(ByteBuffer.allocate(1)) != 0;
            } finally {
                channel.configureBlocking(true);
            }
        } catch (IOException e) {
            return true;
        }
    }

    /** A socket can be read only with a wait, which delays the call. */
    private static boolean isClosedAfterAWait(Socket socket) {
        try {
            int timeout = socket.getSoTimeout();
            socket.setSoTimeout(1);
            try {
                socket.getInputStream().read();
                return true;
            } finally {
                socket.setSoTimeout(timeout);
            }
        } catch (SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    private static final class ClosedWhileIdle extends IOException {
        private static final long serialVersionUID = 1L;
    }
}
