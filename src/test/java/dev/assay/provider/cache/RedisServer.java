package dev.assay.provider.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A real Redis server on a free port, where one is installed; a test that wants one is skipped else. */
public record RedisServer(int port, Process process) implements AutoCloseable {

    /** Starts one that keeps nothing on disk, and waits until it takes connections. */
    public static RedisServer start(Path folder, String... options) throws IOException {
        assumeTrue(installed(), "redis-server is not installed here, so nothing is said of the shared cache");
        int port = freePort();
        var command = new ArrayList<>(List.of("redis-server", "--port", "" + port, "--bind", "127.0.0.1"));
        command.addAll(List.of("--save", "", "--dir", folder.toString()));
        command.addAll(List.of(options));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        for (var lines = process.inputReader(); ; ) {
            String line = lines.readLine();
            assertThat(line).describedAs("the server has ended").isNotNull();
            if (line.contains("Ready to accept connections")) {
                return new RedisServer(port, process);
            }
        }
    }

    private static boolean installed() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(place -> Files.isExecutable(Path.of(place, "redis-server")));
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor(10, TimeUnit.SECONDS);
    }
}
