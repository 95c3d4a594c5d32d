package dev.assay.registry.signing;

import dev.assay.llm.InputException;
import dev.assay.registry.git.ExternalProgram;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.lib.GpgConfig;
import org.eclipse.jgit.lib.GpgSignature;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.Signer;
import org.eclipse.jgit.transport.CredentialsProvider;
import org.jspecify.annotations.Nullable;

/** Signs with gpg or gpgsm, called as git calls them. */
final class GpgSigner implements Signer {
    private final String program;

    GpgSigner(String program) {
        this.program = program;
    }

    @Override
    public GpgSignature sign(
            Repository repository,
            GpgConfig config,
            byte[] data,
            PersonIdent committer,
            @Nullable String signingKey,
            @Nullable CredentialsProvider credentials) {
        String configured = signingKey == null ? config.getSigningKey() : signingKey;
        String key = configured == null || configured.isBlank()
                ? committer.getName() + " <" + committer.getEmailAddress() + ">"
                : configured;
        try {
            var call = new ExternalProgram(
                    List.of(program, "--status-fd=2", "-bsau", key),
                    repository.getDirectory().toPath(),
                    Map.of(),
                    Signing.PATIENCE);
            ExternalProgram.Result result = call.run(data);
            if (!result.isDone() || !result.errors().contains("[GNUPG:] SIG_CREATED ")) {
                throw new InputException(program + " could not sign with the key '" + key + "': " + result.reason()
                        + "; set user.signingKey to a key of yours and see that its agent runs");
            }
            return new GpgSignature(result.output());
        } catch (IOException e) {
            throw new InputException("Git is configured to sign with " + program + ", which does not run: "
                    + e.getMessage() + "; install it, or name another program in gpg.program");
        }
    }

    @Override
    public boolean canLocateSigningKey(
            Repository repository,
            GpgConfig config,
            PersonIdent committer,
            @Nullable String signingKey,
            @Nullable CredentialsProvider credentials) {
        return true;
    }
}
