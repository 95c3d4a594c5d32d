package dev.assay.cli.session;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Options that every command takes, before its name or after. */
public final class GlobalOptions {

    @Option(
            names = "--workspace",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "The workspace folder. Default: the nearest one around the current folder, else ~/Assay.")
    private @Nullable String workspace;

    @Option(
            names = "--json",
            scope = ScopeType.INHERIT,
            description = "Print one JSON document on standard output and nothing else there.")
    private boolean json;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Show this help and end.")
    private boolean help;

    /** The folder that the user named, or null. */
    public @Nullable String workspace() {
        return workspace;
    }

    /** Whether the result is wanted as JSON. */
    public boolean json() {
        return json;
    }
}
