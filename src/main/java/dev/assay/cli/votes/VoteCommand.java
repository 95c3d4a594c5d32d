package dev.assay.cli.votes;

import dev.assay.cli.session.Session;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code assay vote}: which answers people prefer. */
@Command(name = "vote", description = "Which answers people prefer: import, list.")
public final class VoteCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // the parser sets it
    private CommandSpec spec;

    private VoteCommand() {}

    /** The command with those under it. */
    public static CommandLine create(Session session) {
        return new CommandLine(new VoteCommand())
                .addSubcommand(new VoteImportCommand(session))
                .addSubcommand(new VoteListCommand(session));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do with the votes: import or list");
    }
}
