package dev.assay.exchange.langchain;

import dev.assay.exchange.document.Value;
import dev.assay.exchange.report.Report;
import dev.assay.exchange.syntax.ParsedTemplate;
import dev.assay.llm.InputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Prompts that hold examples: the examples are filled in once and become part of the prompt. */
final class FewShot {
    private static final String BLANK_LINE = "\n\n";

    private FewShot() {}

    /**
     * The text of a prompt with its examples between what comes before and after them; a template of the same format, as
     * LangChain formats it once more as a whole. Empty where there are no examples written out.
     */
    static Optional<String> text(Value arguments, ManifestTemplates templates, Report.Builder report) {
        List<String> pieces = new ArrayList<>(List.of(arguments.get("prefix").textOr("")));
        Optional<List<ParsedTemplate>> examples = examples(arguments, report)
                .map(all -> all.isEmpty() ? List.of() : List.of(templates.node(arguments.get("example_prompt"))));
        if (examples.isEmpty()) {
            return Optional.empty();
        }
        for (Value example : arguments.get("examples").items()) {
            for (ParsedTemplate template : examples.get()) {
                pieces.add(filled(template, example, report));
            }
        }
        pieces.add(arguments.get("suffix").textOr(""));
        pieces.removeIf(String::isEmpty);
        return Optional.of(String.join(arguments.get("example_separator").textOr(BLANK_LINE), pieces));
    }

    /** The examples, or empty where they are chosen by a program. */
    static Optional<List<Value>> examples(Value arguments, Report.Builder report) {
        Value examples = arguments.get("examples");
        if (!examples.isList()) {
            report.needsHand(
                    arguments.place(),
                    "examples",
                    "left out: a program chooses them; write those you want into the prompt");
            return Optional.empty();
        }
        report.converted(examples.place(), examples.items().size() + " examples", "written out");
        return Optional.of(examples.items());
    }

    static String filled(ParsedTemplate template, Value example, Report.Builder report) {
        try {
            Map<String, Object> values = example.plainFields();
            return template.evaluator().apply(values);
        } catch (InputException e) {
            report.needsHand(example.place(), "an example", "left out: " + e.getMessage());
            return "";
        }
    }
}
