package dev.assay.cli.runs;

import dev.assay.cli.session.Session;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code assay runs}: earlier runs. */
@Command(name = "runs", description = "Earlier runs: list, show, export.")
public final class RunsCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // the parser sets it
    private CommandSpec spec;

    private RunsCommand() {}

    /** The command with those under it. */
    public static CommandLine create(Session session) {
        return new CommandLine(new RunsCommand())
                .addSubcommand(new RunsListCommand(session))
                .addSubcommand(new RunsShowCommand(session))
                .addSubcommand(new RunsDriftCommand(session))
                .addSubcommand(new RunsExportCommand(session))
                .addSubcommand(new RunsCancelCommand(session));
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "Say what to do with the runs: list, show, drift, export or cancel");
    }
}
