package dev.assay.exchange.conversion;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the columns of a table become.
 *
 * @param targets new name by the place of the column, from 0; an empty name leaves the column out, one that is not named
 *     here keeps its own
 */
public record ColumnMapping(Map<Integer, String> targets) {

    /** Every column keeps its name. */
    public static final ColumnMapping AS_IT_IS = new ColumnMapping(Map.of());

    public ColumnMapping {
        targets = Map.copyOf(targets);
    }

    /** What a column is called afterwards, or empty where it is left out. */
    public Optional<String> target(int column, String ownName) {
        return Optional.of(targets.getOrDefault(column, ownName)).filter(name -> !name.isEmpty());
    }

    /** This mapping with another target for one column. */
    public ColumnMapping with(int column, String target) {
        var changed = new LinkedHashMap<>(targets);
        changed.put(column, target);
        return new ColumnMapping(changed);
    }
}
