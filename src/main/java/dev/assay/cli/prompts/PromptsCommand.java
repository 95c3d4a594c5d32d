package dev.assay.cli.prompts;

import dev.assay.cli.prompts.branches.PromptsBranchCommand;
import dev.assay.cli.prompts.branches.PromptsMergeCommand;
import dev.assay.cli.prompts.branches.PromptsResolveCommand;
import dev.assay.cli.prompts.branches.PromptsStashCommand;
import dev.assay.cli.prompts.branches.PromptsSwitchCommand;
import dev.assay.cli.prompts.branches.PromptsTagCommand;
import dev.assay.cli.prompts.files.PromptsDeleteCommand;
import dev.assay.cli.prompts.files.PromptsDuplicateCommand;
import dev.assay.cli.prompts.files.PromptsRenameCommand;
import dev.assay.cli.prompts.files.PromptsRestoreCommand;
import dev.assay.cli.prompts.files.PromptsUnlockCommand;
import dev.assay.cli.prompts.remotes.PromptsCloneCommand;
import dev.assay.cli.prompts.remotes.PromptsFetchCommand;
import dev.assay.cli.prompts.remotes.PromptsPullCommand;
import dev.assay.cli.prompts.remotes.PromptsPushCommand;
import dev.assay.cli.prompts.remotes.PromptsRemoteCommand;
import dev.assay.cli.prompts.versions.PromptsBlameCommand;
import dev.assay.cli.prompts.versions.PromptsCommitCommand;
import dev.assay.cli.prompts.versions.PromptsDiffCommand;
import dev.assay.cli.prompts.versions.PromptsLogCommand;
import dev.assay.cli.session.Session;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code assay prompts}: the registry. */
@Command(name = "prompts", description = "The prompts of the workspace and their history in git.")
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
                .addSubcommand(new PromptsSearchCommand(session))
                .addSubcommand(new PromptsLogCommand(session))
                .addSubcommand(new PromptsDiffCommand(session))
                .addSubcommand(new PromptsBlameCommand(session))
                .addSubcommand(new PromptsCommitCommand(session))
                .addSubcommand(new PromptsRenameCommand(session))
                .addSubcommand(new PromptsDuplicateCommand(session))
                .addSubcommand(new PromptsDeleteCommand(session))
                .addSubcommand(new PromptsRestoreCommand(session))
                .addSubcommand(new PromptsUnlockCommand(session))
                .addSubcommand(new PromptsBranchCommand(session))
                .addSubcommand(new PromptsSwitchCommand(session))
                .addSubcommand(new PromptsMergeCommand(session))
                .addSubcommand(new PromptsResolveCommand(session))
                .addSubcommand(new PromptsTagCommand(session))
                .addSubcommand(new PromptsStashCommand(session))
                .addSubcommand(new PromptsCloneCommand(session))
                .addSubcommand(new PromptsFetchCommand(session))
                .addSubcommand(new PromptsPullCommand(session))
                .addSubcommand(new PromptsPushCommand(session))
                .addSubcommand(new PromptsRemoteCommand(session));
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "Say what to do with the prompts: "
                        + String.join(", ", spec.subcommands().keySet()));
    }
}
