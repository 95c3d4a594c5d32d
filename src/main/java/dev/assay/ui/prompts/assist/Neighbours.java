package dev.assay.ui.prompts.assist;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What the open prompt can refer to.
 *
 * @param partials the partials on disk, as prompts refer to them
 * @param models the models to offer
 * @param creator makes a partial
 */
public record Neighbours(Supplier<List<String>> partials, Supplier<List<String>> models, Creator creator) {

    /** Makes partials. */
    @FunctionalInterface
    public interface Creator {
        /**
         * Makes a partial.
         *
         * @param name as it is stored, with underscore
         * @param created hears the name once the file is there
         */
        void create(String name, Consumer<String> created);
    }
}
