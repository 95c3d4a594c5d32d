package dev.assay.provider.connection;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * A connection through a SOCKS proxy of version 5 that wants a name and a password (RFC 1928 and 1929), which Java's own
 * gives to none or to all.
 */
final class SocksSocket extends Socket {
    private static final byte VERSION = 5;
    private static final byte LOGIN_VERSION = 1;
    private static final byte NO_LOGIN = 0;
    private static final byte LOGIN = 2;
    private static final byte CONNECT = 1;
    private static final byte IPV4 = 1;
    private static final byte NAME = 3;
    private static final byte IPV6 = 4;
    private static final int LONGEST = 255;

    private final InetSocketAddress proxy;
    private final byte[] user;
    private final byte[] password;

    /** @param proxy not looked up yet */
    SocksSocket(InetSocketAddress proxy, String user, String password) {
        this.proxy = proxy;
        this.user = user.getBytes(StandardCharsets.UTF_8);
        this.password = password.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void connect(SocketAddress target, int timeout) throws IOException {
        super.connect(new InetSocketAddress(proxy.getHostString(), proxy.getPort()), timeout);
        int before = getSoTimeout();
        setSoTimeout(timeout);
        var in = new DataInputStream(getInputStream());
        login(in, getOutputStream());
        open((InetSocketAddress) target, in, getOutputStream());
        setSoTimeout(before);
    }

    private void login(DataInputStream in, OutputStream out) throws IOException {
        if (user.length > LONGEST || password.length > LONGEST) {
            throw failed("takes names and passwords of at most 255 bytes");
        }
        out.write(new byte[] {VERSION, 2, NO_LOGIN, LOGIN});
        requireVersion(in);
        byte way = in.readByte();
        if (way == NO_LOGIN) {
            return;
        }
        if (way != LOGIN) {
            throw failed("takes no password: it wants another way to log in");
        }
        out.write(ByteBuffer.allocate(3 + user.length + password.length)
                .put(LOGIN_VERSION)
                .put((byte) user.length)
                .put(user)
                .put((byte) password.length)
                .put(password)
                .array());
        in.readByte();
        if (in.readByte() != 0) {
            throw failed("refuses the name or the password: check proxy in providers.yaml");
        }
    }

    private void open(InetSocketAddress target, DataInputStream in, OutputStream out) throws IOException {
        InetAddress address = target.getAddress();
        boolean named = address == null || SocksNames.isOfProxy(address);
        byte[] host = named ? target.getHostString().getBytes(StandardCharsets.US_ASCII) : address.getAddress();
        ByteBuffer request = ByteBuffer.allocate(7 + host.length);
        request.put(VERSION).put(CONNECT).put((byte) 0);
        if (named) {
            request.put(NAME).put((byte) host.length);
        } else {
            request.put(host.length == 4 ? IPV4 : IPV6);
        }
        request.put(host).putShort((short) target.getPort());
        out.write(request.array(), 0, request.position());
        requireVersion(in);
        byte answer = in.readByte();
        if (answer != 0) {
            throw failed("does not reach " + target.getHostString() + ":" + target.getPort() + ": " + reason(answer));
        }
        in.readByte();
        int bound = switch (in.readByte()) {
            case IPV4 -> 4;
            case IPV6 -> 16;
            default -> in.readUnsignedByte();
        };
        in.readFully(new byte[bound + 2]);
    }

    private void requireVersion(DataInputStream in) throws IOException {
        if (in.readByte() != VERSION) {
            throw failed("does not speak SOCKS version 5");
        }
    }

    private static String reason(byte answer) {
        return switch (answer) {
            case 2 -> "its rules forbid it";
            case 3 -> "the network is not reachable";
            case 4 -> "the host is not reachable";
            case 5 -> "the host refuses the connection";
            case 6 -> "it took too long";
            default -> "it fails (" + answer + ")";
        };
    }

    private SocketException failed(String why) {
        return new SocketException("The proxy " + proxy.getHostString() + ":" + proxy.getPort() + " " + why);
    }
}
