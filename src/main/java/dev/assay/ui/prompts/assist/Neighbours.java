package dev.assay.ui.prompts.assist;

import dev.assay.llm.ModelId;
import dev.assay.registry.PromptEntry;
import dev.assay.ui.prompts.preview.ModelsViewModel;
import dev.assay.ui.prompts.tree.RegistryViewModel;
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

    /** What is listed now. */
    public static Neighbours of(RegistryViewModel registry, ModelsViewModel models) {
        return new Neighbours(
                () -> registry.entries().stream()
                        .filter(PromptEntry::isPartial)
                        .filter(PromptEntry::isOnDisk)
                        .map(entry -> reference(entry.name()))
                        .toList(),
                () -> models.offered().stream().map(ModelId::toString).toList(),
                registry::createPartial);
    }

    private static String reference(String name) {
        int file = name.lastIndexOf('/') + 1;
        return name.substring(0, file) + name.substring(file + 1);
    }

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
