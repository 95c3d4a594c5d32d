package dev.assay.registry.remote;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** OpenSSH's own server on this computer, for the user who runs the test and with keys of its own. */
final class LoopbackSshServer implements AutoCloseable {
    private static final Path PROGRAM = Path.of("/usr/sbin/sshd");

    private final Process process;
    private final int port;
    private final Path keys;

    private LoopbackSshServer(Process process, int port, Path keys) {
        this.process = process;
        this.port = port;
        this.keys = keys;
    }

    /** Starts it; empty where it is not installed or may not run here. */
    static Optional<LoopbackSshServer> start(Path keys) throws IOException, InterruptedException {
        if (!Files.isExecutable(PROGRAM)) {
            return Optional.empty();
        }
        key(keys.resolve("host"));
        key(keys.resolve("user"));
        Files.copy(keys.resolve("user.pub"), keys.resolve("authorized_keys"));
        int port = freePort();
        Path settings = Files.writeString(keys.resolve("sshd_config"), """
                Port %d
                ListenAddress 127.0.0.1
                HostKey %s
                AuthorizedKeysFile %s
                PidFile none
                StrictModes no
                UsePAM no
                PasswordAuthentication no
                KbdInteractiveAuthentication no
                """.formatted(
                        port, keys.resolve("host"), keys.resolve("authorized_keys")));
        String command = PROGRAM + " -D -e -f " + settings;
        // Root's server wants a folder in /run that a computer without the service does not have: it gets one of its
        // own.
        String apart = "mount -t tmpfs tmpfs /run && mkdir /run/sshd && exec " + command;
        for (List<String> way :
                List.of(List.of("sh", "-c", "exec " + command), List.of("unshare", "-m", "sh", "-c", apart))) {
            Process process = new ProcessBuilder(way).redirectErrorStream(true).start();
            if (listens(process)) {
                return Optional.of(new LoopbackSshServer(process, port, keys));
            }
            process.destroyForcibly().waitFor();
        }
        return Optional.empty();
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    static void key(Path file) throws IOException, InterruptedException {
        Process made = new ProcessBuilder("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", file.toString()).start();
        if (!made.waitFor(20, TimeUnit.SECONDS) || made.exitValue() != 0) {
            throw new IOException("no key");
        }
    }

    private static boolean listens(Process process) throws IOException {
        var said = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            if (line.contains("Server listening")) {
                Thread.startVirtualThread(() -> said.lines().forEach(ignored -> {}));
                return true;
            }
        }
        return false;
    }

    String url(Path repository) {
        return "ssh://" + System.getProperty("user.name") + "@127.0.0.1:" + port + repository;
    }

    /** The line by which ssh knows this server, or one of the same name with another key. */
    String knownAs(Path publicKey) throws IOException {
        String[] words = Files.readString(publicKey).split(" ");
        return "[127.0.0.1]:" + port + " " + words[0] + " " + words[1].strip() + "\n";
    }

    Path keys() {
        return keys;
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
