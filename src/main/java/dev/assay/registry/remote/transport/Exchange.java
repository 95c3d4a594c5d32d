package dev.assay.registry.remote.transport;

import dev.assay.llm.AssayException;
import dev.assay.llm.CancelledException;
import dev.assay.llm.InputException;
import dev.assay.llm.StorageException;
import dev.assay.registry.git.ExternalProgram;
import dev.assay.registry.git.GitFailures;
import dev.assay.registry.remote.credential.CredentialPrompt;
import dev.assay.registry.remote.credential.GitCredentials;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.eclipse.jgit.api.TransportCommand;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.api.errors.InvalidRemoteException;
import org.eclipse.jgit.api.errors.JGitInternalException;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.RemoteConfig;
import org.eclipse.jgit.transport.SshSessionFactory;
import org.eclipse.jgit.transport.SshTransport;
import org.eclipse.jgit.transport.Transport;
import org.eclipse.jgit.transport.TransportHttp;
import org.eclipse.jgit.transport.URIish;
import org.eclipse.jgit.transport.sshd.SshdSessionFactoryBuilder;

/** One exchange with one remote: how it is reached, who we are there, and what is said where it fails. */
public final class Exchange {
    private static final int TIMEOUT_SECONDS = 60;

    private final Repository repository;
    private final String remote;
    private final Progress progress;
    private final GitCredentials credentials;
    private final Complaints complaints = new Complaints();
    private final SshSessionFactory ssh;

    public Exchange(
            Repository repository, String remote, CredentialPrompt prompt, boolean terminal, Progress progress) {
        Path folder = repository.getWorkTree().toPath();
        this.repository = repository;
        this.remote = remote;
        this.progress = progress;
        this.credentials = new GitCredentials(folder, prompt);
        this.ssh = SystemSsh.find(repository.getConfig(), System.getenv(), terminal, complaints)
                .map(SshSessionFactory.class::cast)
                .orElseGet(Exchange::builtIn);
    }

    private static SshSessionFactory builtIn() {
        Path home = Path.of(System.getProperty("user.home"));
        return new SshdSessionFactoryBuilder()
                .setHomeDirectory(home.toFile())
                .setSshDirectory(home.resolve(".ssh").toFile())
                .build(null);
    }

    /** A command of JGit that needs the remote. */
    @FunctionalInterface
    public interface Call<T> {
        T run() throws GitAPIException, IOException;
    }

    /** Gives a command its way to the remote. */
    public <C extends TransportCommand<C, ?>> C prepare(C command) {
        command.setCredentialsProvider(credentials);
        command.setTimeout(TIMEOUT_SECONDS);
        command.setTransportConfigCallback(this::prepare);
        return command;
    }

    private void prepare(Transport transport) {
        if (!transport.getURI().isRemote() && ExternalProgram.isInstalled("git", System.getenv())) {
            // Spelt so that a program is started: what JGit does in this process knows no hooks.
            transport.setOptionReceivePack("git  receive-pack");
        }
        if (transport instanceof SshTransport secure) {
            secure.setSshSessionFactory(ssh);
        }
        if (transport instanceof TransportHttp http) {
            http.setHttpConnectionFactory(new OneHost(
                    http.getHttpConnectionFactory(), transport.getURI().getHost()));
        }
    }

    /** Runs it; the credentials that worked may be remembered by git's helper. */
    public <T> T run(String what, Call<T> call) {
        try {
            T result = call.run();
            credentials.approve(uris());
            return result;
        } catch (AssayException e) {
            throw e;
        } catch (GitAPIException | JGitInternalException | IOException e) {
            throw failed(what, e);
        }
    }

    private List<URIish> uris() throws IOException {
        try {
            return RemoteConfig.getAllRemoteConfigs(repository.getConfig()).stream()
                    .filter(config -> config.getName().equals(remote))
                    .flatMap(config ->
                            java.util.stream.Stream.concat(config.getURIs().stream(), config.getPushURIs().stream()))
                    .toList();
        } catch (java.net.URISyntaxException e) {
            throw new IOException("the address of " + remote + " cannot be read", e);
        }
    }

    private AssayException failed(String what, Exception failure) {
        if (progress.isCancelled() || Thread.currentThread().isInterrupted()) {
            return new CancelledException("Stopped: " + what + " was not finished");
        }
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String said = complaints.last();
        String reason = RemoteUrls.redact(
                said.isEmpty() ? GitFailures.reason(failure instanceof InvalidRemoteException ? root : failure) : said);
        String all = (failure.getMessage() + " " + root.getMessage() + " " + said).toLowerCase(Locale.ROOT);
        String start = "Cannot " + what + " " + remote + ": " + reason;
        if (all.contains("not authorized") || all.contains("authentication") || all.contains("401")) {
            return new InputException(start + "; check user and password, or what git's credential helper knows");
        }
        if (all.contains("host key verification failed") || all.contains("server key")) {
            return new InputException(start + "; connect once with ssh in a terminal and compare the host's key");
        }
        if (all.contains("permission denied")) {
            return new InputException(start + "; see that your ssh key is loaded and known there");
        }
        if (root instanceof java.net.UnknownHostException || all.contains("could not resolve")) {
            return new InputException(start + "; check the address (assay prompts remote) and the network");
        }
        return new StorageException(start, failure);
    }
}
