package dev.assay.cli.prompts;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.assay.cli.session.InputFile;
import dev.assay.cli.session.Session;
import dev.assay.experiment.CaseFaults;
import dev.assay.experiment.Dataset;
import dev.assay.experiment.TestCase;
import dev.assay.llm.InputException;
import dev.assay.prompt.PromptRef;
import dev.assay.prompt.PromptTemplate;
import dev.assay.prompt.RenderedPrompt;
import dev.assay.workbench.Workbench;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The values to fill a prompt with; single ones win over a file's, and those over a case's. */
final class InputOptions {

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

    /** The prompt with the values; a value that does not fit is told with the case that it comes from. */
    RenderedPrompt render(Workbench workbench, PromptRef prompt) {
        Map<String, Object> values = values(workbench, prompt);
        PromptTemplate template = workbench.template(prompt).requireValid();
        try {
            return workbench.render(prompt, values);
        } catch (InputException e) {
            if (testCase == null) {
                throw e;
            }
            String name = testCase.substring(0, testCase.lastIndexOf(':'));
            var faults = new CaseFaults(workbench.dataset(name), template.file());
            faults.add(e, testCase(workbench, testCase));
            faults.throwIfAny();
            throw e;
        }
    }

    /** The values for a prompt; those given one by one or by a file must be for inputs that it has. */
    private Map<String, Object> values(Workbench workbench, PromptRef prompt) {
        var values = new LinkedHashMap<String, Object>();
        if (testCase != null) {
            values.putAll(testCase(workbench, testCase).inputs());
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

    private static TestCase testCase(Workbench workbench, String text) {
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
        return dataset.cases().get(index);
    }

    private Map<String, Object> read(String name) {
        return InputFile.json(session, name, new TypeReference<Map<String, Object>>() {}, "a JSON object of values");
    }
}
