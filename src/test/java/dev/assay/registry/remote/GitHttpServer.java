package dev.assay.registry.remote;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.assay.registry.GitCommand;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** A web server on this computer in front of git's own {@code http-backend}. */
final class GitHttpServer implements AutoCloseable {
    private final HttpServer server;
    private final String scheme;
    private final Path root;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private volatile @Nullable String login;
    private volatile HttpHandler answer = this::git;

    private GitHttpServer(HttpServer server, String scheme, Path root) {
        this.server = server;
        this.scheme = scheme;
        this.root = root;
        server.createContext("/", this::handle);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    /** Serves the bare repositories in a folder to everybody. */
    static GitHttpServer start(Path root) throws IOException {
        return new GitHttpServer(HttpServer.create(loopback(), 0), "http", root);
    }

    /** The same with a certificate. */
    static GitHttpServer start(Path root, SSLContext certificate) throws IOException {
        HttpsServer server = HttpsServer.create(loopback(), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(certificate));
        return new GitHttpServer(server, "https", root);
    }

    private static InetSocketAddress loopback() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    static boolean isInstalled() {
        return GitCommand.isInstalled()
                && Files.isExecutable(
                        Path.of(new GitCommand(Path.of("").toAbsolutePath()).run("--exec-path"), "git-http-backend"));
    }

    /** Lets nobody in but who knows these. */
    GitHttpServer onlyFor(String user, String password) {
        login = "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** Answers everything in another way. */
    GitHttpServer answering(HttpHandler other) {
        answer = other;
        return this;
    }

    int port() {
        return server.getAddress().getPort();
    }

    String url(String repository) {
        return scheme + "://127.0.0.1:" + port() + "/" + repository;
    }

    /** All requests so far, each with its authorization. */
    List<String> requests() {
        return List.copyOf(requests);
    }

    private void handle(HttpExchange exchange) throws IOException {
        String given = exchange.getRequestHeaders().getFirst("Authorization");
        requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + given);
        try (exchange) {
            if (login != null && !login.equals(given)) {
                exchange.getRequestBody().readAllBytes();
                exchange.getResponseHeaders().set("WWW-Authenticate", "Basic realm=\"prompts\"");
                exchange.sendResponseHeaders(401, -1);
                return;
            }
            answer.handle(exchange);
        }
    }

    /** Lets git answer. */
    void pass(HttpExchange exchange) throws IOException {
        git(exchange);
    }

    private void git(HttpExchange exchange) throws IOException {
        var builder = new ProcessBuilder("git", "http-backend");
        var headers = exchange.getRequestHeaders();
        var variables = builder.environment();
        variables.put("GIT_PROJECT_ROOT", root.toString());
        variables.put("GIT_HTTP_EXPORT_ALL", "1");
        variables.put("REMOTE_USER", "ada");
        variables.put("REQUEST_METHOD", exchange.getRequestMethod());
        variables.put("PATH_INFO", exchange.getRequestURI().getPath());
        variables.put("QUERY_STRING", String.valueOf(exchange.getRequestURI().getRawQuery()));
        variables.put("CONTENT_TYPE", String.valueOf(headers.getFirst("Content-Type")));
        if (headers.containsKey("Content-Encoding")) {
            variables.put("HTTP_CONTENT_ENCODING", headers.getFirst("Content-Encoding"));
        }
        if (headers.containsKey("Content-Length")) {
            variables.put("CONTENT_LENGTH", headers.getFirst("Content-Length"));
        }
        Process process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try (var in = process.getOutputStream()) {
            exchange.getRequestBody().transferTo(in);
        }
        try (var out = new BufferedInputStream(process.getInputStream())) {
            int status = 200;
            for (String line = line(out); !line.isEmpty(); line = line(out)) {
                String value = line.substring(line.indexOf(':') + 1).strip();
                if (line.startsWith("Status:")) {
                    status = Integer.parseInt(value.substring(0, 3));
                } else {
                    exchange.getResponseHeaders().add(line.substring(0, line.indexOf(':')), value);
                }
            }
            exchange.sendResponseHeaders(status, 0);
            out.transferTo(exchange.getResponseBody());
        }
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (int one = in.read(); one >= 0 && one != '\n'; one = in.read()) {
            if (one != '\r') {
                line.append((char) one);
            }
        }
        return line.toString();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
