package dev.assay.cli.routes;

import dev.assay.cli.session.Session;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code assay routes}: models chosen by what is asked, and cheaper ones tried first. */
@Command(name = "routes", description = "The routes of routes.yaml: asked for as route:NAME wherever a model is named.")
public final class RoutesCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // the parser sets it
    private CommandSpec spec;

    private RoutesCommand() {}

    /** The command with its subcommands. */
    public static CommandLine create(Session session) {
        return new CommandLine(new RoutesCommand())
                .addSubcommand(new RoutesListCommand(session))
                .addSubcommand(new RoutesMeasureCommand(session));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do with the routes: list or measure");
    }
}
