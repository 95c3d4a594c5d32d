package dev.assay.cli.cache;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.assay.cli.session.Megabytes;
import dev.assay.cli.session.Session;
import dev.assay.provider.cache.CacheFolder;
import dev.assay.settings.CacheSettings;
import dev.assay.settings.RedisAddress;
import java.util.List;
import java.util.OptionalLong;
import picocli.CommandLine.Command;

/** {@code assay cache stats}: how much is kept. */
@Command(name = "stats", description = "How many answers are kept, their size, and the limits.")
final class CacheStatsCommand implements Runnable {
    private final Session session;

    CacheStatsCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        try (var workbench = session.openWorkbench()) {
            CacheFolder.Size size = workbench.cache().size();
            CacheSettings settings = workbench.cache().settings();
            OptionalLong shared = workbench.cache().sharedSize();
            session.print(
                    JsonNodeFactory.instance
                            .objectNode()
                            .put("folder", workbench.cache().folder().toString())
                            .put("use", settings.use())
                            .put("entries", size.entries())
                            .put("bytes", size.bytes())
                            .put("maxBytes", settings.maxBytes())
                            .put(
                                    "redis",
                                    settings.redis().map(RedisAddress::toString).orElse(null))
                            .put("redisEntries", shared.isPresent() ? (Long) shared.getAsLong() : null)
                            .put("semantic", settings.semantic().use())
                            .put("similarity", settings.semantic().similarity())
                            .put("maxDays", settings.maxAge().toDays()),
                    List.of(
                            size.entries() + (size.entries() == 1 ? " answer, " : " answers, ")
                                    + Megabytes.of(size.bytes()) + " of " + Megabytes.of(settings.maxBytes())
                                    + ", each kept for " + settings.maxAge().toDays() + " days",
                            settings.redis()
                                    .map(address -> "Answers are kept by the Redis server at " + address + ", "
                                            + (shared.isPresent()
                                                    ? "which holds " + shared.getAsLong()
                                                    : "which does not answer")
                                            + "; the other figures are of the disk")
                                    .orElse("In " + workbench.cache().folder()),
                            "Comparisons " + (settings.use() ? "use" : "do not use") + " it unless told otherwise; "
                                    + CacheSettings.FILE + " sets this and the limits",
                            "Answers to similar questions "
                                    + (settings.semantic().use() ? "stand" : "do not stand")
                                    + " for others unless told otherwise; the similarity for that is "
                                    + settings.semantic().similarity()));
        }
    }
}
