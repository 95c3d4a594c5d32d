package dev.assay.history;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A real PostgreSQL on this machine, begun for a test, where it is installed. */
final class PostgresServer implements AutoCloseable {
    private static final boolean ROOT = System.getProperty("user.name").equals("root");

    private final Path folder;
    private final int port;

    private PostgresServer(Path folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    /** Whether there is one, and somebody to run it: it refuses to be run by root. */
    static boolean isInstalled() {
        return program("initdb").isPresent()
                && program("pg_ctl").isPresent()
                && (!ROOT || Files.exists(Path.of("/usr/sbin/runuser")) && run(List.of("id", "postgres")) == 0);
    }

    private static Optional<Path> program(String name) {
        return Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    static PostgresServer start() {
        try {
            Path folder = Files.createTempDirectory("assay-postgres");
            if (ROOT) {
                run(List.of("chown", "postgres", folder.toString()));
            }
            int port;
            try (var socket = new ServerSocket(0)) {
                port = socket.getLocalPort();
            }
            var server = new PostgresServer(folder, port);
            server.must("initdb", "-D", folder.resolve("data").toString(), "-U", "assay", "-A", "trust", "-E", "UTF8");
            server.must(
                    "pg_ctl",
                    "-D",
                    folder.resolve("data").toString(),
                    "-w",
                    "-l",
                    folder.resolve("log").toString(),
                    "-o",
                    "-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off",
                    "start");
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void must(String program, String... arguments) {
        List<String> command = new ArrayList<>();
        if (ROOT) {
            command.addAll(List.of("runuser", "-u", "postgres", "--"));
        }
        command.add(program(program).orElseThrow().toString());
        command.addAll(List.of(arguments));
        if (run(command) != 0) {
            throw new IllegalStateException("Failed: " + command);
        }
    }

    private static int run(List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .directory(new java.io.File("/"))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(60, TimeUnit.SECONDS) ? process.exitValue() : -1;
        } catch (IOException e) {
            return -1;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The address of its one database, empty at first. */
    String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    @Override
    public void close() {
        must("pg_ctl", "-D", folder.resolve("data").toString(), "-m", "immediate", "stop");
        run(List.of("rm", "-r", folder.toString()));
    }
}
