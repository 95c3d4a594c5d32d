package dev.assay.cli.providers;

import dev.assay.cli.session.Session;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code assay providers}: where models come from. */
@Command(name = "providers", description = "Providers of models: presets, detect, add.")
public final class ProvidersCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // the parser sets it
    private CommandSpec spec;

    private ProvidersCommand() {}

    /** The command with those under it. */
    public static CommandLine create(Session session) {
        return new CommandLine(new ProvidersCommand())
                .addSubcommand(new ProvidersPresetsCommand(session))
                .addSubcommand(new ProvidersDetectCommand(session))
                .addSubcommand(new ProvidersAddCommand(session));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do with the providers: presets, detect or add");
    }
}
