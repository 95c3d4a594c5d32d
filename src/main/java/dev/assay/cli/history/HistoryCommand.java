package dev.assay.cli.history;

import dev.assay.cli.session.Session;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code assay history}: every call that was made. */
@Command(
        name = "history",
        description =
                "Every call that was made: list, show, mark, views, export, upload; and its file: backup, restore,"
                        + " check, salvage, prune, compact, encrypt, decrypt.")
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
                .addSubcommand(new HistoryViewsCommand(session))
                .addSubcommand(new HistoryExportCommand(session))
                .addSubcommand(new HistoryUploadCommand(session))
                .addSubcommand(new HistoryBackupCommand(session))
                .addSubcommand(new HistoryRestoreCommand(session))
                .addSubcommand(new HistoryCheckCommand(session))
                .addSubcommand(new HistorySalvageCommand(session))
                .addSubcommand(new HistoryPruneCommand(session))
                .addSubcommand(new HistoryCompactCommand(session))
                .addSubcommand(new HistoryEncryptCommand(session))
                .addSubcommand(new HistoryDecryptCommand(session));
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "Say what to do with the history: list, show, mark, views, export, upload, backup, restore, check, salvage, prune,"
                        + " compact, encrypt or decrypt");
    }
}
