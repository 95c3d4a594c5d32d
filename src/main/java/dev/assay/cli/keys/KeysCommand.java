package dev.assay.cli.keys;

import dev.assay.cli.session.Session;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code assay keys}: what opens the doors of providers. */
@Command(name = "keys", description = "Keys of providers, in the keychain or an encrypted file: set, list, remove.")
public final class KeysCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // the parser sets it
    private CommandSpec spec;

    private KeysCommand() {}

    /** The command with those under it. */
    public static CommandLine create(Session session) {
        return new CommandLine(new KeysCommand())
                .addSubcommand(new KeysSetCommand(session))
                .addSubcommand(new KeysListCommand(session))
                .addSubcommand(new KeysRemoveCommand(session));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do with the keys: set, list or remove");
    }
}
