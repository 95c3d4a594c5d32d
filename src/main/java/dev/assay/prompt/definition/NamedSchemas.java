package dev.assay.prompt.definition;

import dev.assay.prompt.frontmatter.Definitions;
import dev.assay.prompt.frontmatter.Definitions.Fault;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Schemas that may refer to one another: those are read first that the others need. */
final class NamedSchemas {
    /** Some files that each name another twice would make a schema of endless length. */
    private static final int MOST_VALUES = 2_000;

    private final Map<String, DefinitionFile> files;
    private final List<Fault> faults;
    private final Map<String, Map<String, Object>> resolved = new TreeMap<>();

    /** @param faults takes what is wrong */
    NamedSchemas(Map<String, DefinitionFile> files, List<Fault> faults) {
        this.files = files;
        this.faults = faults;
    }

    /** The schemas that can be used. */
    Map<String, Map<String, Object>> resolve() {
        var waiting = new TreeMap<>(files);
        Map<String, List<Fault>> wrong = new HashMap<>();
        int before;
        do {
            before = waiting.size();
            waiting.entrySet().removeIf(entry -> {
                List<Fault> found = convert(entry.getKey(), entry.getValue());
                wrong.put(entry.getKey(), found);
                return found.isEmpty();
            });
        } while (waiting.size() < before && !waiting.isEmpty());
        var left = new ArrayList<Fault>();
        waiting.forEach((name, file) -> left.addAll(wrong.getOrDefault(name, List.of())));
        faults.addAll(left.stream().map(fault -> explained(fault, waiting)).toList());
        return resolved;
    }

    private List<Fault> convert(String name, DefinitionFile file) {
        var converted = file.convert(
                name, file.settings().values(), List.of(), new Definitions(resolved, Map.of(), faults, true, Map.of()));
        if (!converted.faults().isEmpty()) {
            return converted.faults();
        }
        if (count(converted.schema(), 0) > MOST_VALUES) {
            return List.of(file.fault(
                    name, List.of(), "it has more than " + MOST_VALUES + " values, with the schemas that it names"));
        }
        resolved.put(name, converted.schema());
        return List.of();
    }

    /** A type that is there but could not be read either is no unknown one. */
    private static Fault explained(Fault fault, Map<String, DefinitionFile> waiting) {
        for (String name : waiting.keySet()) {
            if (fault.message().startsWith("there is no type '" + name + "'")) {
                return new Fault(
                        fault.name(),
                        fault.place(),
                        "the schema '" + name + "' leads back to itself or has an error of its own: mend "
                                + waiting.get(name).source().file());
            }
        }
        return fault;
    }

    private static int count(@Nullable Object value, int sofar) {
        int counted = sofar + 1;
        Collection<?> inner =
                value instanceof Map<?, ?> map ? map.values() : value instanceof Collection<?> list ? list : List.of();
        for (Object one : inner) {
            if (counted > MOST_VALUES) {
                return counted;
            }
            counted = count(one, counted);
        }
        return counted;
    }
}
