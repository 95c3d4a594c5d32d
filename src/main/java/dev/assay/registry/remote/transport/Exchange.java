package dev.assay.registry.remote.transport;

import dev.assay.llm.AssayException;
import dev.assay.llm.CancelledException;
import dev.assay.llm.InputException;
import dev.assay.llm.outbound.OutboundLog;
import dev.assay.llm.outbound.Purpose;
import dev.assay.registry.git.ExternalProgram;
import dev.assay.registry.remote.credential.CredentialPrompt;
import dev.assay.registry.remote.credential.GitCredentials;
import dev.assay.registry.remote.ssh.BuiltInSsh;
import dev.assay.registry.remote.ssh.Complaints;
import dev.assay.registry.remote.ssh.SystemSsh;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jgit.api.TransportCommand;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.transport.SshSessionFactory;
import org.eclipse.jgit.transport.SshTransport;
import org.eclipse.jgit.transport.Transport;
import org.eclipse.jgit.transport.TransportHttp;
import org.eclipse.jgit.transport.URIish;

/** One exchange with one remote: how it is reached, who we are there, and what is said where it fails. */
public final class Exchange {
    private static final int USUAL_PATIENCE_SECONDS = 60;
    private static final Duration GLANCE = Duration.ofMillis(100);
    private static final Duration GRACE = Duration.ofSeconds(1);

    private final Path folder;
    private final String remote;
    private final UserEnvironment user;
    private final Progress progress;
    private final GitCredentials credentials;
    private final Duration patience;
    private final Complaints complaints = new Complaints();
    private final Optional<SystemSsh> systemSsh;

    /**
     * Prepares an exchange; nothing is sent yet.
     *
     * @param settings those of git; {@code remote.<name>.timeout} says for how many seconds a remote may be silent
     * @param folder the repository
     * @param remote the name of the remote
     */
    public Exchange(
            Config settings,
            Path folder,
            String remote,
            UserEnvironment user,
            CredentialPrompt prompt,
            Progress progress) {
        this.folder = folder;
        this.remote = remote;
        this.user = user;
        this.progress = progress;
        this.credentials = new GitCredentials(folder, user.variables(), prompt);
        this.patience =
                Duration.ofSeconds(Math.max(1, settings.getInt("remote", remote, "timeout", USUAL_PATIENCE_SECONDS)));
        this.systemSsh =
                SystemSsh.find(settings, user.variables(), new SystemSsh.Asking(user.terminal(), patience), complaints);
    }

    /** A command of JGit that needs the remote. */
    @FunctionalInterface
    public interface Call<T> {
        /** Runs the command. */
        T run() throws GitAPIException, IOException;
    }

    /** Gives a command its way to the remote. */
    public <C extends TransportCommand<C, ?>> C prepare(C command) {
        command.setCredentialsProvider(credentials);
        command.setTimeout((int) patience.toSeconds());
        command.setTransportConfigCallback(this::prepare);
        return command;
    }

    private void prepare(Transport transport) {
        RemoteUrls.requireHarmless(transport.getURI());
        if (transport.getURI().isRemote()) {
            int port = transport.getURI().getPort();
            String host = transport.getURI().getHost() + (port > 0 ? ":" + port : "");
            OutboundLog.ofProcess().contacted(host, Purpose.GIT);
        }
        if (!transport.getURI().isRemote() && ExternalProgram.isInstalled("git", user.variables())) {
            // Spelt so that a program is started: what JGit does in this process knows no hooks.
            transport.setOptionReceivePack("git  receive-pack");
        }
        if (transport instanceof SshTransport secure) {
            secure.setSshSessionFactory(systemSsh
                    .map(SshSessionFactory.class::cast)
                    .orElseGet(() -> new BuiltInSsh(user.home(), patience, complaints)));
        }
        if (transport instanceof TransportHttp http) {
            var trust = TrustedCertificates.find(transport.getURI(), folder, user.variables());
            http.setHttpConnectionFactory(new OneHost(http.getHttpConnectionFactory(), transport.getURI(), trust));
        }
    }

    /** Uses user and password of an address, which is itself kept without them. */
    public void knowing(URIish address) {
        if (RemoteUrls.hasSecret(address.toPrivateString())) {
            credentials.know(address);
        }
    }

    /**
     * Runs it; the credentials that the remote took may be remembered by git's helper. It may be stopped at any time,
     * also while the remote keeps us waiting.
     *
     * @param what for the user, after "Cannot", such as {@code fetch from}
     * @throws CancelledException where the progress or an interrupt stopped it
     */
    public <T> T run(String what, Call<T> call) {
        return run(what, remote, call);
    }

    /**
     * The same where the user knows the remote by another name.
     *
     * @param shown that name, without secrets
     */
    public <T> T run(String what, String shown, Call<T> call) {
        // On a virtual thread an interrupt also ends a wait for the network.
        var work = new FutureTask<T>(call::run);
        Thread worker = Thread.ofVirtual().name(what + " " + shown).start(work);
        try {
            T result = await(work);
            credentials.approve();
            return result;
        } catch (ExecutionException e) {
            throw failed(what + " " + shown, e.getCause() == null ? e : e.getCause());
        } catch (InterruptedException e) {
            stop(worker);
            Thread.currentThread().interrupt();
            throw stopped(what + " " + shown);
        } catch (TimeoutException e) {
            stop(worker);
            throw stopped(what + " " + shown);
        }
    }

    private <T> T await(FutureTask<T> work) throws InterruptedException, ExecutionException, TimeoutException {
        while (true) {
            try {
                return work.get(GLANCE.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                if (progress.isCancelled()) {
                    throw e;
                }
            }
        }
    }

    private void stop(Thread worker) {
        worker.interrupt();
        systemSsh.ifPresent(SystemSsh::stop);
        try {
            // So that nothing is written any more where the user looks next.
            worker.join(GRACE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private CancelledException stopped(String what) {
        return new CancelledException("Stopped before the end: " + what);
    }

    private RuntimeException failed(String what, Throwable failure) {
        if (failure instanceof AssayException known) {
            if (known instanceof InputException) {
                // The remote let us in and then refused what we wanted.
                credentials.approve();
            }
            return known;
        }
        if (progress.isCancelled() || Thread.currentThread().isInterrupted()) {
            return stopped(what);
        }
        if (failure instanceof Error error) {
            throw error;
        }
        systemSsh.ifPresent(SystemSsh::settle);
        return new ExchangeFailure(failure, complaints, credentials.state(), patience).tell(what, remote);
    }
}
