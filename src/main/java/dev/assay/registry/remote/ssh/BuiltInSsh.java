package dev.assay.registry.remote.ssh;

import java.io.File;
import java.nio.file.Path;
import org.eclipse.jgit.transport.sshd.ServerKeyDatabase;
import org.eclipse.jgit.transport.sshd.SshdSessionFactory;

/** An ssh in this process, for computers that have none: it reads the user's {@code .ssh} as ssh does. */
public final class BuiltInSsh extends SshdSessionFactory {
    private final Complaints complaints;

    /** @param home the user's home folder, which holds {@code .ssh} */
    public BuiltInSsh(Path home, Complaints complaints) {
        super(null, null);
        this.complaints = complaints;
        setHomeDirectory(home.toFile());
        setSshDirectory(home.resolve(".ssh").toFile());
    }

    @Override
    protected ServerKeyDatabase createServerKeyDatabase(File home, File folder) {
        return new KnownHosts(super.createServerKeyDatabase(home, folder), complaints);
    }
}
