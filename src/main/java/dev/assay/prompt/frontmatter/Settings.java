package dev.assay.prompt.frontmatter;

import dev.assay.prompt.source.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * YAML settings with the place of every key.
 *
 * @param values in the order of the file; empty where the YAML is broken
 * @param places of every key, by the keys that lead to it; elements of lists count from {@code "0"}
 * @param problem why the YAML cannot be read, or null
 */
public record Settings(
        Map<String, Object> values,
        Map<List<String>, Place> places,
        @Nullable Problem problem) {

    /** No settings. */
    public static final Settings EMPTY = new Settings(Map.of(), Map.of(), null);

    /** Where a key begins and where its value ends; an element of a list has no key. */
    public record Place(int keyStart, int keyEnd, int valueStart, int valueEnd) {}

    /** The place of a key, or of the nearest key around it. */
    public Optional<Place> placeOf(List<String> path) {
        for (int length = path.size(); length > 0; length--) {
            Place place = places.get(path.subList(0, length));
            if (place != null) {
                return Optional.of(place);
            }
        }
        return Optional.empty();
    }
}
