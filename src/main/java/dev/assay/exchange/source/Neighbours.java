package dev.assay.exchange.source;

import java.util.Optional;

/** The files beside an imported one. */
@FunctionalInterface
public interface Neighbours {

    /** There are none, as for pasted text. */
    Neighbours NONE = path -> Optional.empty();

    /**
     * The text of a file in the folder of the imported one or below it.
     *
     * @param path as the imported file writes it
     * @return empty where there is no such file, or it lies outside that folder
     * @throws dev.assay.llm.InputException where it is there and cannot be used
     */
    Optional<String> read(String path);
}
