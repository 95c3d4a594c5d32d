package dev.assay.pricing;

import dev.assay.llm.ModelId;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds a model in a list: by its exact name, as any model of its provider, or without the date in its name; one of
 * Bedrock without region and version too.
 */
final class ModelLookup {
    private static final String EVERY_MODEL = "*";
    private static final Pattern DATE_SUFFIX =
            Pattern.compile("-20\\d\\d(-(0[1-9]|1[0-2])-([0-2]\\d|3[01])|(0[1-9]|1[0-2])([0-2]\\d|3[01]))$");

    private ModelLookup() {}

    static <T> Optional<T> find(Map<ModelId, T> listed, ModelId model) {
        Optional<T> found = named(listed, model);
        return found.isPresent() || !model.provider().equals(BedrockNames.PROVIDER)
                ? found
                : BedrockNames.of(model.model()).stream()
                        .filter(name -> !name.isEmpty())
                        .flatMap(name -> named(listed, new ModelId(model.provider(), name)).stream())
                        .findFirst();
    }

    private static <T> Optional<T> named(Map<ModelId, T> listed, ModelId model) {
        T exact = listed.get(model);
        if (exact != null) {
            return Optional.of(exact);
        }
        T every = listed.get(new ModelId(model.provider(), EVERY_MODEL));
        if (every != null) {
            return Optional.of(every);
        }
        String undated = DATE_SUFFIX.matcher(model.model()).replaceFirst("");
        return undated.isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(listed.get(new ModelId(model.provider(), undated)));
    }
}
