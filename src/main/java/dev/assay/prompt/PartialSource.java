package dev.assay.prompt;

import java.util.Arrays;
import java.util.Optional;

/** Where {@code {{> name}}} is looked up. */
@FunctionalInterface
public interface PartialSource {

    /** There are no partials. */
    PartialSource NONE = name -> Optional.empty();

    /**
     * The partial of that name, named as it is referenced: without underscore and ending.
     *
     * @return empty where there is none
     */
    Optional<PromptTemplate> find(String name);

    /** Whether a file within {@code prompts/} can have that name on every system, so that such a partial can be made. */
    static boolean isName(String name) {
        return Arrays.stream(name.split("/", -1)).allMatch(PartialSource::isPart);
    }

    private static boolean isPart(String part) {
        return !part.isBlank()
                && !part.startsWith(".")
                && !part.endsWith(".")
                && part.equals(part.strip())
                && part.chars().noneMatch(c -> c < ' ' || "\\:*?\"<>|%".indexOf(c) >= 0);
    }
}
