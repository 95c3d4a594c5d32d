package dev.assay.cli.models;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.assay.cli.session.InputFile;
import dev.assay.cli.session.Session;
import dev.assay.llm.InputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The texts to work on, given one by one or as a file. */
final class TextOptions {
    private final Session session;

    @Option(names = "--text", paramLabel = "TEXT", description = "A text. May be given many times.")
    private List<String> texts = List.of();

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            description = "A file with a text a line, or a .json file with an array of texts.")
    private @Nullable String file;

    TextOptions(Session session) {
        this.session = session;
    }

    /** The texts, those given one by one first; throws {@link InputException} where there are none. */
    List<String> read() {
        var all = new ArrayList<>(texts);
        if (file != null) {
            all.addAll(
                    file.toLowerCase(Locale.ROOT).endsWith(".json")
                            ? InputFile.json(
                                    session, file, new TypeReference<List<String>>() {}, "a JSON array of texts")
                            : InputFile.text(session, file)
                                    .lines()
                                    .filter(line -> !line.isBlank())
                                    .toList());
        }
        if (all.isEmpty()) {
            throw new InputException("There is no text: give --text TEXT, or a file with a text a line");
        }
        if (all.contains(null)) {
            throw new InputException("The file has null in place of a text");
        }
        return all;
    }
}
