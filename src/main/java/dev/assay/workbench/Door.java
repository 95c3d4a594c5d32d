package dev.assay.workbench;

import dev.assay.history.Operation;
import dev.assay.history.RunHistory;
import dev.assay.history.recording.RecordingProvider;
import dev.assay.llm.LlmProvider;
import dev.assay.pricing.PriceTable;
import java.time.InstantSource;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The one door to all providers: whatever goes through it is recorded.
 *
 * @param notices hears where a call cannot be recorded
 */
record Door(
        Supplier<? extends LlmProvider> providers,
        Supplier<PriceTable> prices,
        RunHistory history,
        Consumer<String> notices) {

    /**
     * Opens it.
     *
     * @param chats what questions are recorded as; null for a run, which records its own
     */
    LlmProvider open(@Nullable Operation chats) {
        return new RecordingProvider(providers.get(), prices, history.calls(), InstantSource.system(), notices, chats);
    }
}
