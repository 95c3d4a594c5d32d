package dev.assay.cli.dataset;

import dev.assay.cli.session.Session;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code assay dataset}: files of cases. */
@Command(name = "dataset", description = "Files of cases: import, show, check, add, golden.")
public final class DatasetCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // the parser sets it
    private CommandSpec spec;

    private DatasetCommand() {}

    /** The command with those under it. */
    public static CommandLine create(Session session) {
        return new CommandLine(new DatasetCommand())
                .addSubcommand(new DatasetImportCommand(session))
                .addSubcommand(new DatasetShowCommand(session))
                .addSubcommand(new DatasetCheckCommand(session))
                .addSubcommand(new DatasetAddCommand(session))
                .addSubcommand(new DatasetGoldenCommand(session));
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "Say what to do with the dataset: import, show, check, add or golden");
    }
}
