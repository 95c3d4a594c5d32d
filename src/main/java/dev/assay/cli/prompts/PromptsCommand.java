package dev.assay.cli.prompts;

import dev.assay.cli.session.Session;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code assay prompts}: the registry. */
@Command(name = "prompts", description = "The prompts of the workspace: list, show, log, diff, commit.")
public final class PromptsCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // the parser sets it
    private CommandSpec spec;

    private PromptsCommand() {}

    /** The command with those under it. */
    public static CommandLine create(Session session) {
        return new CommandLine(new PromptsCommand())
                .addSubcommand(new PromptsListCommand(session))
                .addSubcommand(new PromptsShowCommand(session))
                .addSubcommand(new PromptsLogCommand(session))
                .addSubcommand(new PromptsDiffCommand(session))
                .addSubcommand(new PromptsCommitCommand(session));
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "Say what to do with the prompts: list, show, log, diff or commit");
    }
}
