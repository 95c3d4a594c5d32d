package dev.assay.exchange.conversion;

import dev.assay.prompt.inputs.TypedInputs;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the columns of a table can become for a prompt.
 *
 * @param names the prompt's inputs; empty where the cases are for no prompt
 * @param types the types of their values; any values fit those of no prompt
 */
public record PromptFields(List<String> names, TypedInputs types) {

    /** The fields of no prompt in particular. */
    public static final PromptFields NONE = new PromptFields(List.of(), TypedInputs.of(Map.of()));

    public PromptFields {
        names = List.copyOf(names);
    }

    /** The decisions of an import for this prompt. */
    public ImportOptions options(ColumnMapping mapping, Optional<Character> separator) {
        return new ImportOptions(mapping, names, types, separator);
    }
}
