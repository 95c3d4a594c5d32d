package dev.assay.pricing;

import dev.assay.llm.ModelId;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How much a model can hold.
 *
 * @param tokens input and answer together, 1 or more
 * @param mostOutput the longest answer in tokens, or null where it is not known
 */
public record ContextWindow(long tokens, @Nullable Long mostOutput) {
    public ContextWindow {
        if (tokens < 1) {
            throw new IllegalArgumentException("a context window of " + tokens + " tokens");
        }
    }

    /** The window of a model, or empty where it is not known. */
    public static Optional<ContextWindow> of(ModelId model) {
        return ModelLookup.find(Standard.WINDOWS, model);
    }

    /**
     * The part of the window that is taken, 0 or more; above 1 it does not fit.
     *
     * @param input tokens of the messages
     * @param reserved tokens kept free for the answer
     */
    public double share(long input, long reserved) {
        return (double) (input + reserved) / tokens;
    }

    private static ContextWindow read(ModelFile.Row row) {
        String most = row.text("most_output");
        return new ContextWindow(Long.parseLong(row.text("context")), most.isEmpty() ? null : Long.valueOf(most));
    }

    /** Loaded with the first look-up. */
    private static final class Standard {
        static final Map<ModelId, ContextWindow> WINDOWS =
                Map.copyOf(ModelFile.read("windows.csv", ContextWindow::read));
    }
}
