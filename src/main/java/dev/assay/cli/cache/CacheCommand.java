package dev.assay.cli.cache;

import dev.assay.cli.session.Session;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code assay cache}: the answers that are kept for later, and what keeping more would save. */
@Command(
        name = "cache",
        description = "The answers that are kept for later: stats, clear; and what caches would have saved: advice.")
public final class CacheCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // the parser sets it
    private CommandSpec spec;

    private CacheCommand() {}

    /** The command with those under it. */
    public static CommandLine create(Session session) {
        return new CommandLine(new CacheCommand())
                .addSubcommand(new CacheStatsCommand(session))
                .addSubcommand(new CacheAdviceCommand(session))
                .addSubcommand(new CacheClearCommand(session));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do with the cache: stats, clear or advice");
    }
}
