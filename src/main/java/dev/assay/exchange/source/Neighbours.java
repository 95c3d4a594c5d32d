package dev.assay.exchange.source;

import java.util.List;
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

    /**
     * The files in that folder or below it whose path fits a pattern, sorted.
     *
     * @param pattern with {@code *}, {@code **}, {@code ?}, {@code [..]} and {@code {a,b}}
     */
    default List<String> matching(String pattern) {
        return List.of();
    }

    /** Whether a path is a pattern for several. */
    static boolean isPattern(String path) {
        return path.chars().anyMatch(c -> c == '*' || c == '?' || c == '[' || c == '{');
    }
}
