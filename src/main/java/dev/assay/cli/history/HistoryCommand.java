package dev.assay.cli.history;

import dev.assay.cli.session.Session;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code assay history}: every call that was made. */
@Command(name = "history", description = "Every call that was made: list, show, mark, views.")
public final class HistoryCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // the parser sets it
    private CommandSpec spec;

    private HistoryCommand() {}

    /** The command with those under it. */
    public static CommandLine create(Session session) {
        return new CommandLine(new HistoryCommand())
                .addSubcommand(new HistoryListCommand(session))
                .addSubcommand(new HistoryShowCommand(session))
                .addSubcommand(new HistoryMarkCommand(session))
                .addSubcommand(new HistoryViewsCommand(session));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do with the history: list, show, mark or views");
    }
}
