package dev.assay.registry.signing;

import java.io.IOException;
import java.time.Duration;
import org.eclipse.jgit.api.CommitCommand;
import org.eclipse.jgit.api.TagCommand;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.GpgConfig;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.Signer;
import org.eclipse.jgit.transport.CredentialsProvider;

/** Signs where git is configured so ({@code commit.gpgSign}, {@code tag.gpgSign}), and only there. */
public final class Signing {
    /** Long enough to type the passphrase of a key. */
    static final Duration PATIENCE = Duration.ofMinutes(2);

    private Signing() {}

    /** Has the commit signed where the repository wants that. */
    public static void apply(Repository repository, CommitCommand command) {
        if (new GpgConfig(repository.getConfig()).isSignCommits()) {
            command.setSign(true).setSigner(signer(repository));
        }
    }

    /** Has the commit signed where the repository wants that. */
    public static void apply(Repository repository, CommitBuilder commit, PersonIdent committer)
            throws IOException, GitAPIException {
        var config = new GpgConfig(repository.getConfig());
        if (config.isSignCommits()) {
            signer(repository)
                    .signObject(
                            repository,
                            config,
                            commit,
                            committer,
                            config.getSigningKey(),
                            CredentialsProvider.getDefault());
        }
    }

    /** Has the tag signed where the repository wants that; a signed tag is annotated. */
    public static void apply(Repository repository, TagCommand command) {
        var config = new GpgConfig(repository.getConfig());
        if (config.isSignAllTags() || (config.isSignAnnotated() && command.isAnnotated())) {
            command.setSigned(true).setSigner(signer(repository));
        }
    }

    private static Signer signer(Repository repository) {
        Config config = repository.getConfig();
        String format = config.getString("gpg", null, "format");
        if ("ssh".equalsIgnoreCase(format)) {
            return new SshSigner(program(config, "ssh", "ssh-keygen"));
        }
        if ("x509".equalsIgnoreCase(format)) {
            return new GpgSigner(program(config, "x509", "gpgsm"));
        }
        String old = config.getString("gpg", null, "program");
        return new GpgSigner(program(config, "openpgp", old == null ? "gpg" : old));
    }

    private static String program(Config config, String format, String usual) {
        String named = config.getString("gpg", format, "program");
        return named == null || named.isBlank() ? usual : Keys.home(named);
    }
}
