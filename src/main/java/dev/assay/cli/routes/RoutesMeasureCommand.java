package dev.assay.cli.routes;

import dev.assay.cli.comparing.EstimateReport;
import dev.assay.cli.comparing.JudgeOptions;
import dev.assay.cli.comparing.RunOptions;
import dev.assay.cli.comparing.WatchedRun;
import dev.assay.cli.session.ExitStatus;
import dev.assay.cli.session.PromptArgument;
import dev.assay.cli.session.Session;
import dev.assay.experiment.CellChoice;
import dev.assay.experiment.Comparison;
import dev.assay.experiment.Experiment;
import dev.assay.experiment.RunControl;
import dev.assay.experiment.Variant;
import dev.assay.experiment.Verdicts;
import dev.assay.history.RunStatus;
import dev.assay.llm.InputException;
import dev.assay.llm.ModelId;
import dev.assay.settings.routing.Route;
import dev.assay.settings.routing.RoutesFile;
import dev.assay.workbench.Workbench;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code assay routes measure}: what a route saves, and what that costs in quality. */
@Command(
        name = "measure",
        description =
                "Runs a prompt by a route and on one model alone, on the same cases, and tells how often the route went"
                        + " on to another model and why, what it saved, and what that did to the scores.")
public final class RoutesMeasureCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(paramLabel = "ROUTE", description = "A route of routes.yaml, with or without route: before it.")
    private String name = "";

    @Option(names = "--prompt", paramLabel = "PROMPT[@REV]", required = true, description = "The prompt to run.")
    private String prompt = "";

    @Option(names = "--dataset", paramLabel = "DATASET", required = true, description = "The cases to run it on.")
    private String dataset = "";

    @Option(
            names = "--against",
            paramLabel = "PROVIDER/MODEL",
            description = "The model alone. Default: the last one of the route.")
    private @Nullable String against;

    @Option(
            names = "--margin",
            paramLabel = "X",
            description = "How much worse is still not worse, 0 to 1. Default: " + Verdicts.DELTA + ".")
    private double margin = Verdicts.DELTA;

    @Mixin
    private final JudgeOptions judging = new JudgeOptions();

    @Mixin
    private final RunOptions running = new RunOptions();

    public RoutesMeasureCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        if (!(margin >= 0 && margin <= 1)) {
            throw new InputException("--margin is " + margin + " but must be from 0 to 1, for example 0.05");
        }
        if (running.only() != null) {
            throw new InputException("--only has no meaning here: the route and the model alone are both run");
        }
        try (var workbench = session.openWorkbench()) {
            ModelId route = route();
            Experiment experiment = experiment(workbench, route);
            if (running.estimate()) {
                EstimateReport.print(session, workbench.estimate(experiment));
                return ExitStatus.DONE;
            }
            Comparison run = WatchedRun.of(
                    session,
                    workbench,
                    progress -> workbench.compare(experiment, CellChoice.MISSING, new RunControl(), progress));
            var report = new RouteReport(route.model(), run, margin);
            session.print(report.json(), report.text());
            return status(run);
        }
    }

    private int status(Comparison run) {
        if (run.run().status() != RunStatus.FINISHED) {
            session.terminal().note("Stopped before its end: what there is shows nothing yet");
            return ExitStatus.INTERRUPTED;
        }
        return run.variants().stream().anyMatch(variant -> variant.errors() == variant.cases())
                ? ExitStatus.PROVIDER_FAILED
                : ExitStatus.DONE;
    }

    private ModelId route() {
        String prefix = ModelId.ROUTE + ":";
        return new ModelId(ModelId.ROUTE, name.startsWith(prefix) ? name.substring(prefix.length()) : name);
    }

    private Experiment experiment(Workbench workbench, ModelId route) {
        workbench.gateway().requireModel(route);
        ModelId alone = against == null ? last(workbench, route) : ModelId.parse(against);
        var ref = PromptArgument.parse(prompt);
        JudgeOptions.Choice judge = judging.choose(List.of(alone), session.judges());
        return new Experiment(
                ref + ": " + route + " against " + alone,
                List.of(new Variant(ref, alone, running.parameters()), new Variant(ref, route, running.parameters())),
                workbench.dataset(dataset),
                judge.metrics(),
                judge.model(),
                running.repeats(),
                running.settings(workbench));
    }

    private static ModelId last(Workbench workbench, ModelId route) {
        List<Route> routes = RoutesFile.read(workbench.root().resolve(RoutesFile.FILE));
        ModelId model = find(routes, route).models().getLast();
        return model.isRoute() ? find(routes, model).models().getLast() : model;
    }

    private static Route find(List<Route> routes, ModelId route) {
        return routes.stream()
                .filter(one -> one.name().equals(route.model()))
                .findFirst()
                .orElseThrow(() -> new InputException("There is no route '" + route.model() + "' in routes.yaml"));
    }
}
