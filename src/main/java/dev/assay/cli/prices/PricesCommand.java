package dev.assay.cli.prices;

import dev.assay.cli.session.Session;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code assay prices}: what models cost. */
@Command(name = "prices", description = "What models cost: list, set, check.")
public final class PricesCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // the parser sets it
    private CommandSpec spec;

    private PricesCommand() {}

    /** The command with those under it. */
    public static CommandLine create(Session session) {
        return new CommandLine(new PricesCommand())
                .addSubcommand(new PricesListCommand(session))
                .addSubcommand(new PricesSetCommand(session))
                .addSubcommand(new PricesCheckCommand(session));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do with the prices: list, set or check");
    }
}
