package dev.assay.registry.signing;

import dev.assay.llm.InputException;
import dev.assay.registry.git.ExternalProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.lib.GpgConfig;
import org.eclipse.jgit.lib.GpgSignature;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.Signer;
import org.eclipse.jgit.transport.CredentialsProvider;
import org.jspecify.annotations.Nullable;

/** Signs with an SSH key through ssh-keygen, which also asks the agent. */
final class SshSigner implements Signer {
    private final String program;

    SshSigner(String program) {
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
        String key = key(repository, config, signingKey);
        try {
            Path folder = Files.createTempDirectory("assay-signing");
            try {
                return sign(repository, data, key, folder);
            } finally {
                for (String file : List.of("key", "payload", "payload.sig")) {
                    Files.deleteIfExists(folder.resolve(file));
                }
                Files.deleteIfExists(folder);
            }
        } catch (IOException e) {
            throw new InputException("Git is configured to sign with " + program + ", which does not run: "
                    + e.getMessage() + "; install OpenSSH, or name another program in gpg.ssh.program");
        }
    }

    private GpgSignature sign(Repository repository, byte[] data, String key, Path folder) throws IOException {
        Path payload = Files.write(folder.resolve("payload"), data);
        var arguments = new ArrayList<>(List.of(program, "-Y", "sign", "-n", "git", "-f"));
        String literal = Keys.literal(key);
        if (literal.isEmpty()) {
            arguments.add(Keys.home(key));
        } else {
            arguments.add(
                    Files.writeString(folder.resolve("key"), literal + "\n").toString());
            // The private half of a key that is named by its public half is with the agent.
            arguments.add("-U");
        }
        arguments.add(payload.toString());
        var call = new ExternalProgram(arguments, workFolder(repository), Map.of(), Signing.PATIENCE);
        ExternalProgram.Result result = call.run(new byte[0]);
        if (!result.isDone()) {
            throw new InputException(program + " could not sign with the key '" + key + "': " + result.reason()
                    + "; see that user.signingKey names a key of yours and that its agent runs");
        }
        return new GpgSignature(Files.readAllBytes(folder.resolve("payload.sig")));
    }

    private static String key(Repository repository, GpgConfig config, @Nullable String asked) {
        String key = asked == null ? config.getSigningKey() : asked;
        if (key != null && !key.isBlank()) {
            return key;
        }
        String command = config.getSshDefaultKeyCommand();
        if (command != null && !command.isBlank()) {
            return firstKeyOf(command, repository);
        }
        throw new InputException("Git is configured to sign with an SSH key, but with none of yours:"
                + " set user.signingKey to the file of your public key");
    }

    private static String firstKeyOf(String command, Repository repository) {
        try {
            var call = new ExternalProgram(
                    List.of(command.strip().split("\\s+")), workFolder(repository), Map.of(), Signing.PATIENCE);
            return call.run(new byte[0])
                    .text()
                    .lines()
                    .filter(line -> !Keys.literal(line).isEmpty())
                    .findFirst()
                    .orElseThrow(() -> new InputException("gpg.ssh.defaultKeyCommand (" + command
                            + ") names no key: set user.signingKey to the file of your public key"));
        } catch (IOException e) {
            throw new InputException("gpg.ssh.defaultKeyCommand (" + command + ") does not run: " + e.getMessage());
        }
    }

    private static Path workFolder(Repository repository) {
        return (repository.isBare() ? repository.getDirectory() : repository.getWorkTree()).toPath();
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
