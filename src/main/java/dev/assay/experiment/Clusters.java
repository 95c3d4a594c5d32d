package dev.assay.experiment;

import dev.assay.history.RunCase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Which cases share a source, such as the document that they are about. Such cases are right or wrong together, so that
 * they tell less than as many that have nothing to do with each other.
 *
 * @param names the source by index of the case; a case without one stands alone
 */
public record Clusters(Map<Integer, String> names) {
    /** Every case stands alone. */
    public static final Clusters NONE = new Clusters(Map.of());

    public Clusters {
        names = Map.copyOf(names);
    }

    /** The sources of a run's cases. */
    public static Clusters of(List<RunCase> cases) {
        Map<Integer, String> names = new HashMap<>();
        for (RunCase one : cases) {
            String name = one.cluster();
            if (name != null) {
                names.put(one.index(), name);
            }
        }
        return new Clusters(names);
    }

    /** The source of each of these cases, one of its own where it stands alone; null where no two share one. */
    @Nullable
    List<String> of(int[] cases) {
        List<String> sources = IntStream.of(cases)
                // A name that nobody gives.
                .mapToObj(index -> names.getOrDefault(index, "\0" + index))
                .toList();
        return sources.stream().distinct().count() == sources.size() ? null : sources;
    }
}
