package dev.assay.cli.history;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.assay.cli.session.Megabytes;
import dev.assay.cli.session.Session;
import dev.assay.history.keeping.Pruned;
import dev.assay.history.keeping.Retention;
import dev.assay.llm.InputException;
import dev.assay.settings.HistorySettings;
import dev.assay.workbench.HistoryTidying;
import dev.assay.workbench.Workbench;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code assay history prune}: lets old texts go. */
@Command(
        name = "prune",
        description = {
            "Lets the prompts, answers and scores of old runs go. Their figures stay, so that all sums stay right, and so"
                    + " does what has a star. Without options it does as history.yaml says:",
            "  keepDays: 90",
            "  maxMegabytes: 500"
        })
final class HistoryPruneCommand implements Runnable {
    private static final int BITS = 20;

    private final Session session;

    @Option(names = "--keep-days", paramLabel = "N", description = "What is older goes.")
    private @Nullable Integer days;

    @Option(names = "--max-megabytes", paramLabel = "N", description = "The oldest goes until the file is no larger.")
    private @Nullable Integer megabytes;

    @Option(names = "--dry-run", description = "Tell what would go, and leave it.")
    private boolean dryRun;

    HistoryPruneCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        try (var workbench = session.openWorkbench()) {
            Pruned pruned = workbench.history().keeper().prune(retention(workbench), Instant.now(), !dryRun);
            session.print(
                    JsonNodeFactory.instance
                            .objectNode()
                            .put("runs", pruned.runs())
                            .put("singleCalls", pruned.singles())
                            .put("bytesBefore", pruned.bytesBefore())
                            .put("bytesAfter", pruned.bytesAfter())
                            .put("dryRun", dryRun),
                    List.of(sentence(pruned)));
        }
    }

    private String sentence(Pruned pruned) {
        String what = pruned.runs() + " runs and " + pruned.singles() + " single calls";
        if (pruned.isNothing()) {
            return "Nothing is old enough to go; the history has " + Megabytes.of(pruned.bytesBefore());
        }
        return dryRun
                ? what + " would go, of " + Megabytes.of(pruned.bytesBefore())
                : what + " went: " + Megabytes.of(pruned.bytesBefore()) + " before, "
                        + Megabytes.of(pruned.bytesAfter()) + " now. Their figures stay.";
    }

    private Retention retention(Workbench workbench) {
        if (days == null && megabytes == null) {
            Retention configured = new HistoryTidying(workbench.root(), workbench.history()).retention();
            if (configured.isAll()) {
                throw new InputException("Say what is to go: --keep-days or --max-megabytes, or write keepDays or"
                        + " maxMegabytes into " + HistorySettings.FILE);
            }
            return configured;
        }
        Integer keep = days;
        Integer most = megabytes;
        return new Retention(keep == null ? null : Duration.ofDays(keep), most == null ? null : (long) most << BITS);
    }
}
