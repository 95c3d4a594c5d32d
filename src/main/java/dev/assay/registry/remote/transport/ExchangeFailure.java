package dev.assay.registry.remote.transport;

import dev.assay.llm.AssayException;
import dev.assay.llm.InputException;
import dev.assay.llm.StorageException;
import dev.assay.registry.git.GitFailures;
import dev.assay.registry.remote.credential.GitCredentials;
import dev.assay.registry.remote.ssh.Complaints;
import java.io.EOFException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.eclipse.jgit.api.errors.InvalidRemoteException;
import org.eclipse.jgit.errors.NoRemoteRepositoryException;

/** Says in one line why an exchange with a remote failed and how to mend it. */
record ExchangeFailure(Throwable failure, Complaints complaints, GitCredentials.State login, Duration patience) {

    /**
     * The failure for the user.
     *
     * @param what was tried, after "Cannot"
     * @param remote the remote's name in git's settings
     */
    AssayException tell(String what, String remote) {
        String start = "Cannot " + what + ": ";
        if (isLate()) {
            return new StorageException(
                    start + "no answer within " + patience.toSeconds()
                            + " s; check the network, or wait longer with git config --global remote." + remote
                            + ".timeout SECONDS",
                    failure);
        }
        Optional<AssayException> mendable =
                ofSsh().or(this::ofLogin).or(this::ofServer).map(line -> new InputException(start + told(what, line)));
        return mendable.orElseGet(() -> new StorageException(start + told(what, ofNetwork()), failure));
    }

    private boolean isLate() {
        String last = complaints.last();
        return last.contains("timed out")
                || last.startsWith("No answer")
                || (last.isEmpty() && cause(InterruptedIOException.class).isPresent());
    }

    /** The line for the user, without the address where that is named already. */
    private static String told(String what, String line) {
        String readable = RemoteUrls.readable(line).replace(".; ", "; ");
        int end = readable.indexOf(": ");
        return end > 0 && what.endsWith(" " + readable.substring(0, end)) ? readable.substring(end + 2) : readable;
    }

    private Optional<String> ofSsh() {
        String all = complaints.text();
        String last = complaints.last();
        if (all.contains("HOST IDENTIFICATION HAS CHANGED")) {
            return Optional.of("the host shows another key than it did before, so somebody may listen in;"
                    + " ask its owner, and remove the old key with ssh-keygen -R only if they changed it");
        }
        if (all.contains("Host key verification failed")) {
            return Optional.of("the host is not known to ssh yet;"
                    + " connect once with ssh in a terminal and compare the host's key");
        }
        if (all.contains("Permission denied (") || said("Cannot log in")) {
            return Optional.of((last.isEmpty() ? "the host lets none of your ssh keys in" : last)
                    + "; see that your ssh key is loaded and known there");
        }
        if (all.contains("Could not resolve")) {
            return Optional.of(last + "; " + checkAddress());
        }
        return Optional.empty();
    }

    private Optional<String> ofLogin() {
        if (!said("not authorized") && !said("authentication not supported")) {
            return Optional.empty();
        }
        return Optional.of(
                switch (login) {
                    case REFUSED ->
                        "user or password is wrong; give the right one, or mend what git's credential helper knows";
                    case UNKNOWN ->
                        "it asks for user and password, and git's credential helper knows none;"
                                + " set a helper up (git help credentials), or try again in a terminal";
                    case GIVEN, NOT_ASKED ->
                        "it does not let you in by user and password; see its owner's way, such as ssh";
                });
    }

    private Optional<String> ofServer() {
        Throwable unknown = cause(UnknownHostException.class).orElse(null);
        if (unknown != null) {
            return Optional.of("there is no host '" + unknown.getMessage() + "'; " + checkAddress());
        }
        if (cause(UnresolvedAddressException.class).isPresent()) {
            return Optional.of("there is no such host (" + reason().split(": ", 2)[0] + "); " + checkAddress());
        }
        if (cause(OneHost.ForeignHostException.class).isPresent()) {
            return cause(OneHost.ForeignHostException.class).map(Throwable::getMessage);
        }
        if (isNoRepository()) {
            String last = complaints.last();
            String why = last.isEmpty() ? reason().replaceFirst("\\.$", "") : last;
            return Optional.of(why + "; check the address");
        }
        if (said("not permitted")) {
            return Optional.of("you may not do that there (403); ask its owner for the permission");
        }
        return cause(SSLException.class).map(this::certificate);
    }

    /** Git's own words count too: where the connection closes at once, JGit may see no more than that. */
    private boolean isNoRepository() {
        return cause(NoRemoteRepositoryException.class).isPresent()
                || failure instanceof InvalidRemoteException
                || complaints.last().contains("does not appear to be a git repository");
    }

    private String certificate(Throwable failed) {
        boolean untrusted = cause(GeneralSecurityException.class).isPresent();
        return untrusted
                ? "its certificate is not one to trust (" + root().getMessage()
                        + "); if you know it, name it with git config http.sslCAInfo FILE"
                : "no secure connection (" + failed.getMessage() + "); check the address, which begins with https";
    }

    private String ofNetwork() {
        String last = complaints.last();
        if (!last.isEmpty()) {
            return last;
        }
        if (cause(ConnectException.class).isPresent()) {
            return "nobody answers there (" + root().getMessage() + "); " + checkAddress();
        }
        if (said("invalid advertisement") || said("expected pkt-line")) {
            return "what answers there is no git server; " + checkAddress();
        }
        if (cause(EOFException.class).isPresent()
                || cause(SocketException.class).isPresent()) {
            return "the connection broke off; try again";
        }
        return reason();
    }

    private static String checkAddress() {
        return "check the address and the network";
    }

    private String reason() {
        return GitFailures.reason(failure instanceof InvalidRemoteException ? root() : failure);
    }

    private boolean said(String words) {
        return chain().map(Throwable::getMessage)
                .anyMatch(message ->
                        message != null && message.toLowerCase(Locale.ROOT).contains(words.toLowerCase(Locale.ROOT)));
    }

    private <T extends Throwable> Optional<T> cause(Class<T> type) {
        return chain().filter(type::isInstance).map(type::cast).findFirst();
    }

    private Throwable root() {
        return chain().reduce((first, second) -> second).orElse(failure);
    }

    private Stream<Throwable> chain() {
        return Stream.iterate(failure, one -> one != null, Throwable::getCause);
    }
}
