package dev.assay.prompt;

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
}
