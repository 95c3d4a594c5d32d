package dev.assay.workbench;

import dev.assay.history.RunHistory;
import dev.assay.history.keeping.Pruned;
import dev.assay.history.keeping.Retention;
import dev.assay.settings.HistorySettings;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * Keeps a history as small as its workspace wants it.
 *
 * @param root the workspace folder, in which {@code history.yaml} says how small
 * @param history what is kept
 */
public record HistoryTidying(Path root, RunHistory history) {

    /**
     * How much is kept.
     *
     * @throws dev.assay.llm.InputException naming the place of a mistake in the file
     */
    public Retention retention() {
        HistorySettings settings = HistorySettings.read(root.resolve(HistorySettings.FILE));
        return new Retention(
                settings.maxAge().orElse(null),
                settings.maxBytes().isPresent() ? settings.maxBytes().getAsLong() : null);
    }

    /**
     * Lets go of what the file does not want to be kept; slow.
     *
     * @param now what ages count back from
     * @return what went; empty where the file wants everything kept
     */
    public Optional<Pruned> tidy(Instant now) {
        Retention retention = retention();
        return retention.isAll()
                ? Optional.empty()
                : Optional.of(history.keeper().prune(retention, now, true)).filter(pruned -> !pruned.isNothing());
    }
}
