package dev.assay.cli.dataset;

import dev.assay.llm.InputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What becomes of the columns of a table. */
final class ColumnOptions {
    @Option(
            names = "--map",
            paramLabel = "COLUMN=INPUT",
            description = "What a column becomes: an input, 'expected' for the correct answer, '__tags' for tags,"
                    + " '__cluster' for what cases share, or nothing to leave it out. May be given several times.")
    private List<String> map = new ArrayList<>();

    @Option(
            names = "--delimiter",
            paramLabel = "CHARACTER",
            description = "What stands between values: , ; | or tab. Default: as the header has it.")
    private @Nullable String delimiter;

    @Option(
            names = "--for",
            paramLabel = "PROMPT",
            description =
                    "The prompt that the cases are for: columns are matched with its inputs by name, and values of"
                            + " another type than it declares are told.")
    private @Nullable String prompt;

    List<String> map() {
        return map;
    }

    /** The prompt, where one was named. */
    Optional<String> prompt() {
        return Optional.ofNullable(prompt);
    }

    /** What stands between values, where that was said. */
    Optional<Character> separator() {
        if (delimiter == null) {
            return Optional.empty();
        }
        return Optional.of(
                switch (delimiter) {
                    case ",", ";", "|", "\t" -> delimiter.charAt(0);
                    case "tab", "\\t" -> '\t';
                    default ->
                        throw new InputException(
                                "--delimiter is '" + delimiter + "' but must be one of , ; | or the word tab");
                });
    }
}
