package dev.assay.registry.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.assay.llm.AssayException;
import dev.assay.llm.CancelledException;
import dev.assay.registry.GitCommand;
import dev.assay.registry.remote.RefChange.Kind;
import dev.assay.registry.remote.credential.CredentialPrompt;
import dev.assay.registry.remote.transport.Progress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Remotes over ssh, against OpenSSH's own server: by the user's ssh and by the one that is built in. */
class SshRemoteTest {
    /** Which ssh. */
    enum Way {
        SYSTEM,
        BUILT_IN
    }

    @TempDir
    private Path folder;

    private SharedPrompts shared;
    private LoopbackSshServer server;

    @BeforeEach
    void aServerOnThisComputer() throws IOException, InterruptedException {
        assumeThat(GitCommand.isInstalled()).describedAs("git is installed").isTrue();
        Optional<LoopbackSshServer> started = LoopbackSshServer.start(Files.createDirectory(folder.resolve("keys")));
        assumeThat(started).describedAs("sshd can be started here").isPresent();
        server = started.orElseThrow();
        shared = new SharedPrompts(folder);
        shared.remotes().add("origin", server.url(folder.resolve("shared.git")));
        Files.createDirectory(folder.resolve(".ssh"));
    }

    @AfterEach
    void close() {
        if (shared != null) {
            shared.close();
            server.close();
        }
    }

    /** Ada's settings of ssh, which are none of this computer's. */
    private void use(Way way, Path key) throws IOException {
        if (way == Way.SYSTEM) {
            shared.variable(
                    "GIT_SSH_COMMAND",
                    "ssh -F none -o GlobalKnownHostsFile=none -o IdentitiesOnly=yes -o UserKnownHostsFile='" + known()
                            + "' -o IdentityFile='" + key + "'");
        } else {
            shared.variable("PATH", folder.resolve("nothing").toString());
            Files.copy(key, folder.resolve(".ssh/id_ed25519"));
        }
    }

    private Path known() {
        return folder.resolve(".ssh/known_hosts");
    }

    private void knowTheHost() throws IOException {
        Files.writeString(known(), server.knownAs(server.keys().resolve("host.pub")));
    }

    private void refuses(String... words) {
        assertThatThrownBy(() -> shared.fetch())
                .isInstanceOf(AssayException.class)
                .hasMessageStartingWith("Cannot fetch from origin: ")
                .hasMessageNotContaining("\n")
                .hasMessageContainingAll(words);
    }

    @ParameterizedTest
    @EnumSource
    void fetchesPullsAndPushes(Way way) throws IOException {
        use(way, server.keys().resolve("user"));
        knowTheHost();
        shared.somebodyPushes("b.txt");

        assertThat(shared.fetch()).containsExactly(new RefChange("origin/main", Kind.NEW));
        shared.ada.run("branch", "-q", "--set-upstream-to", "origin/main");
        assertThat(shared.pull()).isInstanceOf(PullOutcome.Joined.class);
        assertThat(shared.root.resolve("b.txt")).exists();
        shared.commit("c.txt", "c");
        assertThat(shared.push().changes()).containsExactly(new RefChange("main", Kind.UPDATED));
        assertThat(new GitCommand(folder.resolve("shared.git")).run("log", "-1", "--format=%s"))
                .isEqualTo("Write c.txt");
    }

    @ParameterizedTest
    @EnumSource
    void aHostThatIsNotKnownIsNeverTakenSilently(Way way) throws IOException {
        use(way, server.keys().resolve("user"));

        refuses("the host is not known to ssh yet", "compare the host's key");
        assertThat(known()).doesNotExist();
    }

    @ParameterizedTest
    @EnumSource
    void aKnownHostWithAnotherKeyIsRefusedWhateverTheUserSays(Way way) throws IOException, InterruptedException {
        use(way, server.keys().resolve("user"));
        LoopbackSshServer.key(folder.resolve("other"));
        Files.writeString(known(), server.knownAs(folder.resolve("other.pub")));
        String before = Files.readString(known());

        refuses("another key than it did before", "somebody may listen in");
        assertThatThrownBy(() -> shared.fetch(saying(true, new ArrayList<>()), Progress.NONE))
                .hasMessageContaining("another key");
        assertThat(known()).hasContent(before);
    }

    @ParameterizedTest
    @EnumSource
    void aKeyThatTheHostDoesNotKnowIsToldWithItsMend(Way way) throws IOException, InterruptedException {
        LoopbackSshServer.key(folder.resolve("stranger"));
        use(way, folder.resolve("stranger"));
        knowTheHost();

        refuses("see that your ssh key is loaded and known there");
    }

    @ParameterizedTest
    @EnumSource
    void aRepositoryThatIsNotThereIsTold(Way way) throws IOException {
        use(way, server.keys().resolve("user"));
        knowTheHost();
        shared.ada.run("remote", "set-url", "origin", server.url(folder.resolve("gone.git")));

        refuses("gone.git", "check the address");
    }

    @ParameterizedTest
    @EnumSource
    void aHostThatIsNotThereIsTold(Way way) throws IOException {
        use(way, server.keys().resolve("user"));
        shared.ada.run("remote", "set-url", "origin", "ssh://ada@127.0.0.1:" + LoopbackSshServer.freePort() + "/x.git");
        refuses("Connection refused");
        shared.ada.run("remote", "set-url", "origin", "ssh://ada@no-such-host.invalid/x.git");
        refuses("no-such-host.invalid", "check the address");
    }

    @ParameterizedTest
    @EnumSource
    void aHostThatNeverAnswersIsNotWaitedForForEver(Way way) throws IOException {
        use(way, server.keys().resolve("user"));
        try (var silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            shared.ada.run("remote", "set-url", "origin", "ssh://ada@127.0.0.1:" + silent.getLocalPort() + "/x.git");
            shared.ada.run("config", "remote.origin.timeout", "1");

            refuses("no answer within 1 s");
        }
    }

    @ParameterizedTest
    @EnumSource
    void theUserMayStopTheWaitForAHost(Way way) throws IOException {
        use(way, server.keys().resolve("user"));
        var met = new CountDownLatch(1);
        try (var silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread.startVirtualThread(() -> {
                try {
                    silent.accept();
                } catch (IOException e) {
                    return;
                }
                met.countDown();
            });
            shared.ada.run("remote", "set-url", "origin", "ssh://ada@127.0.0.1:" + silent.getLocalPort() + "/x.git");
            var stopping = new Progress() {
                @Override
                public void at(String task, int done, int total) {}

                @Override
                public boolean isCancelled() {
                    return met.getCount() == 0;
                }
            };

            assertThatThrownBy(() -> shared.fetch(CredentialPrompt.NONE, stopping))
                    .isInstanceOf(CancelledException.class);
        }
    }

    @ParameterizedTest
    @EnumSource(names = "BUILT_IN")
    void theBuiltInAsksAboutANewHostWithItsFingerprintAndRemembersIt(Way way) throws IOException {
        use(way, server.keys().resolve("user"));
        var asked = new ArrayList<String>();

        assertThatThrownBy(() -> shared.fetch(saying(false, asked), Progress.NONE))
                .hasMessageContaining("not known");
        assertThat(asked).singleElement().asString().contains("127.0.0.1", "SHA256:");
        assertThat(shared.fetch(saying(true, asked), Progress.NONE)).hasSize(1);
        assertThat(known()).content().contains("ssh-ed25519");
        assertThat(shared.fetch()).isEmpty();
    }

    private static CredentialPrompt saying(boolean yes, List<String> asked) {
        return new CredentialPrompt() {
            @Override
            public Optional<Login> login(String url, String user) {
                return Optional.empty();
            }

            @Override
            public Optional<char[]> secret(String question) {
                return Optional.empty();
            }

            @Override
            public boolean confirm(String question) {
                asked.add(question);
                return yes;
            }
        };
    }
}
