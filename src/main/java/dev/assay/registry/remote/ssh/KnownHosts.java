package dev.assay.registry.remote.ssh;

import java.net.InetSocketAddress;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.List;
import org.eclipse.jgit.transport.CredentialsProvider;
import org.eclipse.jgit.transport.sshd.ServerKeyDatabase;
import org.jspecify.annotations.Nullable;

/** Asks about new hosts and, as ssh does, never takes another key for a host that is known. */
final class KnownHosts implements ServerKeyDatabase {
    /** Words that ssh itself says, so that both are told alike. */
    private static final String CHANGED = "REMOTE HOST IDENTIFICATION HAS CHANGED!";

    private static final String REFUSED = "Host key verification failed.";

    private final ServerKeyDatabase known;
    private final Complaints complaints;

    KnownHosts(ServerKeyDatabase known, Complaints complaints) {
        this.known = known;
        this.complaints = complaints;
    }

    @Override
    public List<PublicKey> lookup(String address, InetSocketAddress remote, Configuration config) {
        return known.lookup(address, remote, config);
    }

    @Override
    public boolean accept(
            String address,
            InetSocketAddress remote,
            PublicKey key,
            Configuration config,
            @Nullable CredentialsProvider asked) {
        List<PublicKey> expected = known.lookup(address, remote, config);
        boolean changed = !expected.isEmpty()
                && expected.stream().noneMatch(one -> Arrays.equals(one.getEncoded(), key.getEncoded()));
        // What asks no question still refuses keys that are marked as revoked.
        if (changed || !known.accept(address, remote, key, config, asked)) {
            complaints.hear((changed ? CHANGED + "\n" : "") + REFUSED);
            return false;
        }
        return true;
    }
}
