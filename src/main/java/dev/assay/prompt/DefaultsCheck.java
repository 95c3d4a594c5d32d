package dev.assay.prompt;

import dev.assay.prompt.inputs.InputFault;
import java.util.ArrayList;
import java.util.List;

/** Warns of values in {@code input.default} that do not fit the schema: a run that needs them would be refused. */
final class DefaultsCheck {
    private DefaultsCheck() {}

    static void check(PromptTemplate template, Diagnostics diagnostics) {
        var defaults = template.inputs().read(template.frontMatter().inputDefault());
        for (InputFault fault : template.inputs().faults(defaults)) {
            template.settings()
                    .placeOf(path(fault.field()))
                    .ifPresent(place -> diagnostics.add(
                            Severity.WARNING,
                            "schema-type-mismatch",
                            "the default of " + fault + ": mend it or the schema",
                            place.valueStart(),
                            place.valueEnd()));
        }
    }

    /** The keys that lead to a field such as {@code items[2].name}. */
    private static List<String> path(String field) {
        var path = new ArrayList<>(List.of("input", "default"));
        path.addAll(List.of(field.replace("]", "").split("[.\\[]")));
        return path;
    }
}
