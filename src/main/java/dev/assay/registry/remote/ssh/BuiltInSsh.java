package dev.assay.registry.remote.ssh;

import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.transport.CredentialsProvider;
import org.eclipse.jgit.transport.URIish;
import org.eclipse.jgit.transport.sshd.ServerKeyDatabase;
import org.eclipse.jgit.transport.sshd.SshdSession;
import org.eclipse.jgit.transport.sshd.SshdSessionFactory;
import org.eclipse.jgit.util.FS;
import org.jspecify.annotations.Nullable;

/** An ssh in this process, for computers that have none: it reads the user's {@code .ssh} as ssh does. */
public final class BuiltInSsh extends SshdSessionFactory {
    private final Complaints complaints;
    private final Duration patience;

    /**
     * An ssh for one exchange.
     *
     * @param home the user's home folder, which holds {@code .ssh}
     * @param patience how long a host may take to let us in
     */
    public BuiltInSsh(Path home, Duration patience, Complaints complaints) {
        super(null, null);
        this.complaints = complaints;
        this.patience = patience;
        setHomeDirectory(home.toFile());
        setSshDirectory(home.resolve(".ssh").toFile());
    }

    @Override
    public SshdSession getSession(URIish uri, @Nullable CredentialsProvider asked, FS files, int timeout)
            throws TransportException {
        boolean mayAsk = asked != null && asked.isInteractive();
        Duration limit = mayAsk ? patience.multipliedBy(SystemSsh.TIME_TO_TYPE) : patience;
        try (var deadline = new Deadline(limit)) {
            try {
                return super.getSession(uri, asked, files, timeout);
            } catch (TransportException e) {
                if (deadline.hasPassed()) {
                    complaints.hear("No answer within " + limit.toSeconds() + " s");
                }
                throw e;
            }
        }
    }

    @Override
    protected ServerKeyDatabase createServerKeyDatabase(File home, File folder) {
        return new KnownHosts(super.createServerKeyDatabase(home, folder), complaints);
    }
}
