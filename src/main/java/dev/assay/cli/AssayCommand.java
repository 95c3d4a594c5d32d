package dev.assay.cli;

import dev.assay.cli.bisect.BisectCommand;
import dev.assay.cli.budgets.BudgetsCommand;
import dev.assay.cli.cache.CacheCommand;
import dev.assay.cli.compact.AblateCommand;
import dev.assay.cli.compact.CompactCommand;
import dev.assay.cli.comparing.CompareCommand;
import dev.assay.cli.comparing.DemoCommand;
import dev.assay.cli.comparing.RejudgeCommand;
import dev.assay.cli.comparing.ReplayCommand;
import dev.assay.cli.comparing.ResumeCommand;
import dev.assay.cli.dataset.DatasetCommand;
import dev.assay.cli.doctor.DoctorCommand;
import dev.assay.cli.exchange.ExportCommand;
import dev.assay.cli.exchange.ImportCommand;
import dev.assay.cli.history.HistoryCommand;
import dev.assay.cli.judge.JudgeCommand;
import dev.assay.cli.keys.KeysCommand;
import dev.assay.cli.metrics.MetricsCommand;
import dev.assay.cli.migration.MigrateCommand;
import dev.assay.cli.models.EmbedCommand;
import dev.assay.cli.models.ModelsCommand;
import dev.assay.cli.prices.PricesCommand;
import dev.assay.cli.prompts.LintCommand;
import dev.assay.cli.prompts.PromptsCommand;
import dev.assay.cli.prompts.RenderCommand;
import dev.assay.cli.providers.ProvidersCommand;
import dev.assay.cli.quality.QualityCommand;
import dev.assay.cli.routes.RoutesCommand;
import dev.assay.cli.runs.RunsCommand;
import dev.assay.cli.session.ExitStatus;
import dev.assay.cli.session.GlobalOptions;
import dev.assay.cli.session.Session;
import dev.assay.cli.session.WindowRequirements;
import dev.assay.cli.stats.StatsCommand;
import dev.assay.cli.votes.VoteCommand;
import dev.assay.llm.InputException;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code assay} itself: without a command it opens the window. */
@Command(
        name = "assay",
        versionProvider = Version.class,
        synopsisSubcommandLabel = "[COMMAND]",
        description = "A workbench for prompt engineers. Without a command, opens the window.",
        footer = {
            "",
            "Exit status: 0 done, 1 a gate failed, 2 bad usage or input, 3 a provider failed, 130 interrupted."
        })
final class AssayCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private final GlobalOptions options;

    @CommandLine.Option(names = "--version", versionHelp = true, description = "Print the version and end.")
    private boolean version;

    private AssayCommand(Session session) {
        this.session = session;
        this.options = session.options();
    }

    /** The parser with every command. */
    static CommandLine create(Session session) {
        return new CommandLine(new AssayCommand(session))
                .addSubcommand(new DemoCommand(session))
                .addSubcommand(new RenderCommand(session))
                .addSubcommand(new LintCommand(session))
                .addSubcommand(new CompareCommand(session))
                .addSubcommand(new CompactCommand(session))
                .addSubcommand(new AblateCommand(session))
                .addSubcommand(new ResumeCommand(session))
                .addSubcommand(new RejudgeCommand(session))
                .addSubcommand(new ReplayCommand(session))
                .addSubcommand(new BisectCommand(session))
                .addSubcommand(new MigrateCommand(session))
                .addSubcommand(RunsCommand.create(session))
                .addSubcommand(HistoryCommand.create(session))
                .addSubcommand(new MetricsCommand(session))
                .addSubcommand(new BudgetsCommand(session))
                .addSubcommand(new QualityCommand(session))
                .addSubcommand(new StatsCommand(session))
                .addSubcommand(JudgeCommand.create(session))
                .addSubcommand(VoteCommand.create(session))
                .addSubcommand(PricesCommand.create(session))
                .addSubcommand(ModelsCommand.create(session))
                .addSubcommand(RoutesCommand.create(session))
                .addSubcommand(CacheCommand.create(session))
                .addSubcommand(new EmbedCommand(session))
                .addSubcommand(PromptsCommand.create(session))
                .addSubcommand(DatasetCommand.create(session))
                .addSubcommand(new ImportCommand(session))
                .addSubcommand(new ExportCommand(session))
                .addSubcommand(KeysCommand.create(session))
                .addSubcommand(ProvidersCommand.create(session))
                .addSubcommand(new DoctorCommand(session))
                .addSubcommand(new HelpCommand());
    }

    @Override
    public Integer call() {
        WindowRequirements.problem(session.environment()).ifPresent(problem -> {
            throw new InputException(problem + "; assay demo --no-window and all other commands work without");
        });
        session.window().open(session.workspace());
        return ExitStatus.DONE;
    }
}
