package dev.assay.registry.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.assay.llm.AssayException;
import dev.assay.llm.CancelledException;
import dev.assay.llm.InputException;
import dev.assay.registry.GitCommand;
import dev.assay.registry.remote.RefChange.Kind;
import dev.assay.registry.remote.credential.CredentialPrompt;
import dev.assay.registry.remote.transport.Progress;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Remotes over http and https, against git's own server program. */
class HttpRemoteTest {
    private static final String SECRET = "s3cret-of-ada";

    @TempDir
    private Path folder;

    private final List<String> refused = new ArrayList<>();
    private SharedPrompts shared;
    private GitHttpServer server;

    @BeforeEach
    void aServerThatAsksForALogin() throws IOException {
        assumeThat(GitHttpServer.isInstalled())
                .describedAs("git and git http-backend are installed")
                .isTrue();
        shared = new SharedPrompts(folder);
        server = GitHttpServer.start(folder).onlyFor("ada", SECRET);
        shared.remotes().add("origin", server.url("shared.git"));
    }

    @AfterEach
    void close() {
        if (shared != null) {
            shared.close();
            server.close();
        }
    }

    /** A helper that answers with these and writes down what it is told. */
    private void helper(String password) throws IOException {
        Path log = folder.resolve("helper.log");
        Path helper = Files.writeString(folder.resolve("helper.sh"), """
                #!/bin/sh
                echo "== $1" >> '%s'
                cat >> '%s'
                if [ "$1" = get ]; then printf 'username=ada\\npassword=%s\\n'; fi
                """.formatted(log, log, password));
        assertThat(helper.toFile().setExecutable(true)).isTrue();
        shared.configure("credential.helper", helper.toString());
    }

    private String helperLog() throws IOException {
        Path log = folder.resolve("helper.log");
        return Files.exists(log) ? Files.readString(log) : "";
    }

    /** A user who types these, one after the other. */
    private CredentialPrompt typing(String... passwords) {
        Deque<String> left = new ArrayDeque<>(List.of(passwords));
        return new CredentialPrompt() {
            @Override
            public Optional<Login> login(String url, String user) {
                return Optional.ofNullable(left.poll()).map(password -> new Login("ada", password));
            }

            @Override
            public void refused(String url) {
                refused.add(url);
            }

            @Override
            public Optional<char[]> secret(String question) {
                return Optional.empty();
            }

            @Override
            public boolean confirm(String question) {
                return true;
            }
        };
    }

    private void refuses(String... words) {
        assertThatThrownBy(() -> shared.fetch())
                .isInstanceOf(AssayException.class)
                .hasMessageStartingWith("Cannot fetch from origin: ")
                .hasMessageNotContaining(SECRET)
                .hasMessageNotContaining("\n")
                .hasMessageContainingAll(words);
    }

    @Test
    void fetchesPullsAndPushesWithWhatTheHelperKnows() throws IOException {
        helper(SECRET);
        shared.somebodyPushes("b.txt");

        assertThat(shared.fetch()).containsExactly(new RefChange("origin/main", Kind.NEW));
        assertThat(helperLog())
                .contains("== get\nprotocol=http\nhost=127.0.0.1:" + server.port())
                .contains("== store")
                .doesNotContain("== erase");
        shared.ada.run("branch", "-q", "--set-upstream-to", "origin/main");
        assertThat(shared.pull()).isInstanceOf(PullOutcome.Joined.class);
        assertThat(shared.root.resolve("b.txt")).exists();
        shared.commit("c.txt", "c");
        assertThat(shared.push().changes()).containsExactly(new RefChange("main", Kind.UPDATED));
        assertThat(new GitCommand(folder.resolve("shared.git")).run("log", "-1", "--format=%s"))
                .isEqualTo("Write c.txt");
        assertThat(shared.whatGitKeeps()).doesNotContain(SECRET);
    }

    @Test
    void aBigPushGoesThrough() throws IOException {
        helper(SECRET);
        var noise = new byte[3_000_000];
        new java.util.Random(7).nextBytes(noise);
        Files.write(shared.root.resolve("noise.bin"), noise);
        shared.commit("c.txt", "c");

        assertThat(shared.push().changes()).containsExactly(new RefChange("main", Kind.UPDATED));
        assertThat(new GitCommand(folder.resolve("shared.git")).run("fsck", "--no-progress"))
                .isEmpty();
    }

    @Test
    void aWrongPasswordIsToldToTheHelperAndInOneLine() throws IOException {
        helper("wrong-" + SECRET);

        refuses("user or password is wrong");
        assertThat(helperLog()).contains("== erase").doesNotContain("== store");
    }

    @Test
    void whereNobodyKnowsAPasswordItSaysSo() {
        refuses("asks for user and password", "helper knows none");
    }

    @Test
    void theUserIsAskedAgainAndOnlyTheRightPasswordIsRemembered() throws IOException {
        Path store = folder.resolve("stored");
        shared.configure("credential.helper", "store --file='" + store + "'");

        assertThat(shared.fetch(typing("typo", SECRET), Progress.NONE)).hasSize(1);
        assertThat(refused).containsExactly(server.url(""));

        assertThat(store).content().contains("ada:" + SECRET + "@").doesNotContain("typo");
        assertThat(shared.fetch()).isEmpty();
    }

    @Test
    void theUserIsNotAskedForEver() {
        assertThatThrownBy(() -> shared.fetch(typing("1", "2", "3", "4", "5", SECRET), Progress.NONE))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("user or password is wrong");
        assertThatThrownBy(() -> shared.fetch(typing(), Progress.NONE)).isInstanceOf(InputException.class);
    }

    @Test
    void aPasswordThatTheUserTypedIsRememberedAlsoWhereThePushIsRefused() throws IOException {
        Path store = folder.resolve("stored");
        shared.somebodyPushes("b.txt");
        shared.commit("c.txt", "c");
        shared.configure("credential.helper", "store --file='" + store + "'");

        assertThatThrownBy(() -> shared.push(typing(SECRET))).hasMessageContaining("pull first");
        assertThat(store).content().contains(SECRET);
    }

    @Test
    void aPasswordInTheAddressIsUsedButNeverShownOrKept() throws IOException {
        String url = server.url("shared.git").replace("://", "://ada:" + SECRET + "@");
        shared.remotes().add("web", url);

        assertThat(shared.whatGitKeeps()).doesNotContain(SECRET);
        // Git itself would keep it; it still works.
        shared.ada.run("remote", "set-url", "origin", url);
        assertThat(shared.fetch()).hasSize(1);
        assertThat(shared.remotes().list()).allMatch(remote -> !remote.url().contains(SECRET));
        assertThat(shared.root.resolve(".git/FETCH_HEAD")).content().doesNotContain(SECRET);
        assertThat(server.requests().getLast()).contains("Basic ");
        shared.ada.run("remote", "set-url", "origin", url.replace("shared", "gone"));
        refuses("gone.git");
        shared.ada.run("remote", "set-url", "origin", url.replace(SECRET, "not-" + SECRET));
        refuses("user or password is wrong");
    }

    @Test
    void aTokenAsTheUserIsASecretToo() throws IOException {
        shared.remotes().add("web", "https://abcdefghij0123456789abcd@example.org/prompts.git");

        assertThat(shared.whatGitKeeps()).doesNotContain("abcdefghij");
    }

    @Test
    void aLineBreakInTheAddressAsksTheHelperForNoOtherHost() throws IOException {
        helper(SECRET);
        shared.ada.run("remote", "set-url", "origin", server.url("x%0ahost=bank.example/shared.git"));

        refuses("user and password");
        assertThat(helperLog()).doesNotContain("bank.example");
    }

    @Test
    void httpsTrustsWhatGitIsToldToTrustAndNothingElse() throws Exception {
        TestCertificate certificate = TestCertificate.make(folder);
        helper(SECRET);
        try (var secure = GitHttpServer.start(folder, certificate.context()).onlyFor("ada", SECRET)) {
            shared.ada.run("remote", "set-url", "origin", secure.url("shared.git"));

            refuses("certificate", "http.sslCAInfo");
            assertThatThrownBy(() -> shared.fetch(typing(SECRET), Progress.NONE))
                    .describedAs("nobody is asked to trust it all the same")
                    .hasMessageContaining("certificate");
            assertThat(secure.requests()).isEmpty();

            shared.configure(
                    "http." + secure.url("") + ".sslCAInfo", certificate.file().toString());
            assertThat(shared.fetch()).hasSize(1);
            shared.commit("c.txt", "c");
            assertThat(shared.push().changes()).hasSize(1);

            shared.configure(
                    "http." + secure.url("") + ".sslCAInfo",
                    folder.resolve("gone.pem").toString());
            assertThatThrownBy(() -> shared.fetch())
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("gone.pem");
            shared.variable("GIT_SSL_CAINFO", certificate.file().toString());
            assertThat(shared.fetch()).isEmpty();
        }
    }

    @Test
    void httpsAsksForNoTrustWhereGitIsToldSo() throws IOException, GeneralSecurityException, InterruptedException {
        TestCertificate certificate = TestCertificate.make(folder);
        try (var secure = GitHttpServer.start(folder, certificate.context())) {
            shared.ada.run("remote", "set-url", "origin", secure.url("shared.git"));
            shared.ada.run("config", "http." + secure.url("") + ".sslVerify", "false");

            assertThat(shared.fetch()).hasSize(1);
        }
    }

    @Test
    void plainHttpBehindAnHttpsAddressIsTold() throws IOException {
        try (var plain = new ServerSocket(0)) {
            Thread.startVirtualThread(() -> answerBadRequests(plain));
            shared.ada.run("remote", "set-url", "origin", "https://127.0.0.1:" + plain.getLocalPort() + "/shared.git");

            refuses("no secure connection");
        }
    }

    private static void answerBadRequests(ServerSocket server) {
        while (!server.isClosed()) {
            try (var socket = server.accept()) {
                socket.getInputStream().read();
                socket.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                // The other side is free to go.
            }
        }
    }

    @Test
    void aRedirectToAnotherServerGetsNothing() throws IOException {
        helper(SECRET);
        try (var elsewhere = GitHttpServer.start(folder)) {
            for (String host : List.of("127.0.0.1", "localhost")) {
                server.answering(redirect("http://" + host + ":" + elsewhere.port() + "/shared.git"));

                refuses("sends us on to another server", host + ":" + elsewhere.port());
            }
            assertThat(elsewhere.requests()).isEmpty();
        }
    }

    private static HttpHandler redirect(String url) {
        return exchange -> {
            exchange.getResponseHeaders()
                    .set(
                            "Location",
                            url + "/info/refs?" + exchange.getRequestURI().getQuery());
            exchange.sendResponseHeaders(301, -1);
        };
    }

    @Test
    void aRedirectOnTheSameServerIsFollowed() throws IOException {
        helper(SECRET);
        HttpHandler moved = redirect(server.url("shared.git"));
        shared.ada.run("remote", "set-url", "origin", server.url("old.git"));
        try (var front = GitHttpServer.start(folder)) {
            HttpHandler git = front::pass;
            server.answering(exchange ->
                    (exchange.getRequestURI().getPath().startsWith("/old.git") ? moved : git).handle(exchange));

            assertThat(shared.fetch()).hasSize(1);
        }
    }

    @Test
    void eachFailureOfTheServerIsOneClearLine() throws IOException {
        helper(SECRET);
        server.answering(status(404));
        refuses("not found", "check the address");
        server.answering(status(403));
        refuses("may not do that");
        server.answering(status(500));
        refuses("500");
        server.answering(text("text/html", "<html>\u001b[31mNot git\n".repeat(500)));
        refuses("no git server");
        server.answering(text("application/x-git-upload-pack-advertisement", "001fhello\n\u001b]0;x\u0007"));
        refuses("no git server");
        server.answering(text("application/x-git-upload-pack-advertisement", ""));
        refuses("broke off");
        server.answering(exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/x-git-upload-pack-advertisement");
            exchange.sendResponseHeaders(200, 5000);
            exchange.getResponseBody().write("001e# service=git-upload-pack\n0000".getBytes(StandardCharsets.UTF_8));
        });
        refuses("broke off");
    }

    private static HttpHandler status(int status) {
        return exchange -> exchange.sendResponseHeaders(status, -1);
    }

    private static HttpHandler text(String type, String text) {
        return (HttpExchange exchange) -> {
            byte[] body = text.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        };
    }

    @Test
    void aServerThatIsNotThereIsTold() throws IOException {
        int free;
        try (var socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        shared.ada.run("remote", "set-url", "origin", "http://127.0.0.1:" + free + "/shared.git");
        refuses("Connection refused", "check the address");
        shared.ada.run("remote", "set-url", "origin", "http://no-such-host.invalid/shared.git");
        refuses("no host 'no-such-host.invalid'");
    }

    @Test
    void aServerThatNeverAnswersIsNotWaitedForForEver() throws IOException {
        var closing = new CountDownLatch(1);
        server.answering(exchange -> await(closing));
        helper(SECRET);
        shared.ada.run("config", "remote.origin.timeout", "1");

        refuses("no answer within 1 s");
        closing.countDown();
    }

    @Test
    void theUserMayStopTheWaitForAServer() throws IOException {
        var closing = new CountDownLatch(1);
        var asked = new CountDownLatch(1);
        server.answering(exchange -> {
            asked.countDown();
            await(closing);
        });
        helper(SECRET);
        var stopping = new Progress() {
            @Override
            public void at(String task, int done, int total) {}

            @Override
            public boolean isCancelled() {
                return asked.getCount() == 0;
            }
        };

        assertThatThrownBy(() -> shared.fetch(CredentialPrompt.NONE, stopping)).isInstanceOf(CancelledException.class);
        closing.countDown();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
