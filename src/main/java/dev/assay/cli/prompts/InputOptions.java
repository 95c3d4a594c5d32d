package dev.assay.cli.prompts;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.assay.cli.session.Session;
import dev.assay.experiment.Dataset;
import dev.assay.llm.InputException;
import dev.assay.llm.SourceLocation;
import dev.assay.prompt.PromptRef;
import dev.assay.workbench.Workbench;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The values to fill a prompt with; single ones win over a file's, and those over a case's. */
final class InputOptions {
    private static final long LARGEST_FILE = 10L << 20;

    private final Session session;

    @Option(names = "--var", paramLabel = "NAME=VALUE", description = "A value as text. May be given many times.")
    private List<String> variables = List.of();

    @Option(names = "--vars", paramLabel = "FILE", description = "A JSON file with an object of values.")
    private @Nullable String file;

    @Option(
            names = "--case",
            paramLabel = "DATASET:N",
            description = "The values of the Nth case of a dataset, counted from 1.")
    private @Nullable String testCase;

    InputOptions(Session session) {
        this.session = session;
    }

    /** The values for a prompt; those given one by one or by a file must be for inputs that it has. */
    Map<String, Object> values(Workbench workbench, PromptRef prompt) {
        var values = new LinkedHashMap<String, Object>();
        if (testCase != null) {
            values.putAll(caseValues(workbench, testCase));
        }
        if (file != null) {
            Map<String, Object> given = read(file);
            given.keySet().forEach(name -> requireInput(workbench, prompt, name));
            values.putAll(given);
        }
        for (String variable : variables) {
            int equals = variable.indexOf('=');
            if (equals < 1) {
                throw new InputException("--var is '" + variable + "' but must be written NAME=VALUE");
            }
            String name = variable.substring(0, equals);
            requireInput(workbench, prompt, name);
            values.put(name, variable.substring(equals + 1));
        }
        return values;
    }

    private static void requireInput(Workbench workbench, PromptRef prompt, String name) {
        workbench.template(prompt).requireInput(name, workbench.registry().partials(prompt.revision()));
    }

    private static Map<String, Object> caseValues(Workbench workbench, String text) {
        int colon = text.lastIndexOf(':');
        String number = text.substring(colon + 1);
        if (colon < 1 || !number.matches("[0-9]{1,9}")) {
            throw new InputException("--case is '" + text + "' but must be written DATASET:N, for example meetings:1");
        }
        Dataset dataset = workbench.dataset(text.substring(0, colon));
        int index = Integer.parseInt(number) - 1;
        if (index < 0 || index >= dataset.cases().size()) {
            throw new InputException("Dataset " + dataset.name() + " has cases 1 to "
                    + dataset.cases().size() + ", not " + number);
        }
        return dataset.cases().get(index).inputs();
    }

    private Map<String, Object> read(String name) {
        Path path = session.path(name);
        try {
            // A pipe would keep us waiting, and a device would never end.
            if (!Files.isRegularFile(path)) {
                throw new InputException("Cannot read " + name + ": it must be a readable JSON file");
            }
            if (Files.size(path) > LARGEST_FILE) {
                throw new InputException(name + " is too large: it has " + (Files.size(path) >> 20) + " MB, at most "
                        + (LARGEST_FILE >> 20) + " MB of values are read");
            }
            Map<String, Object> values =
                    JsonMapper.builder().build().readValue(Files.readString(path), new TypeReference<>() {});
            if (values == null) {
                throw new InputException(
                        new SourceLocation(name, 1, 1), "This is not a JSON object of values: it is null");
            }
            return values;
        } catch (JacksonException e) {
            var place = e.getLocation();
            throw new InputException(
                    new SourceLocation(
                            name, place == null ? 1 : place.getLineNr(), place == null ? 1 : place.getColumnNr()),
                    "This is not a JSON object of values: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new InputException("Cannot read " + name + ": it must be a readable JSON file");
        }
    }
}
