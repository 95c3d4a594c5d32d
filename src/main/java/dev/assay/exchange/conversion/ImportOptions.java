package dev.assay.exchange.conversion;

import dev.assay.prompt.inputs.TypedInputs;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the user decides about an import.
 *
 * @param mapping what the columns of a table become
 * @param inputs the inputs that a table should fill; empty where it is for no prompt
 * @param types the types that values should have; any values fit those of no prompt
 * @param separator what stands between the values of a table; empty where the header tells
 */
public record ImportOptions(
        ColumnMapping mapping, List<String> inputs, TypedInputs types, Optional<Character> separator) {

    /** Everything as the file has it. */
    public static final ImportOptions DEFAULTS = new ImportOptions(ColumnMapping.AS_IT_IS);

    public ImportOptions {
        inputs = List.copyOf(inputs);
    }

    /** Columns for no prompt in particular. */
    public ImportOptions(ColumnMapping mapping) {
        this(mapping, List.of());
    }

    /** Columns for a prompt, whatever the types of their values. */
    public ImportOptions(ColumnMapping mapping, List<String> inputs) {
        this(mapping, inputs, TypedInputs.of(Map.of()), Optional.empty());
    }
}
