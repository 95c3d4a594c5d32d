package dev.assay.exchange.openai;

import dev.assay.exchange.equivalence.SampleValues;
import dev.assay.exchange.exporting.ExportRequest;
import dev.assay.exchange.handlebars.HandlebarsReader;
import dev.assay.exchange.report.Report;
import dev.assay.exchange.template.Part;
import dev.assay.exchange.template.Turn;
import dev.assay.llm.Message;
import dev.assay.prompt.PartialSource;
import dev.assay.prompt.PromptRenderer;
import dev.assay.prompt.PromptTemplate;
import dev.assay.prompt.PromptVariable;
import dev.assay.prompt.RenderedPrompt;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A prompt rendered for formats that know no logic: inputs that are only printed may stand for themselves, blocks are
 * written out with the values of a case.
 *
 * @param prompt the messages
 * @param open the inputs that stand for themselves, each with the value of the case
 */
public record FilledPrompt(RenderedPrompt prompt, Map<String, String> open) {

    /**
     * Renders a prompt.
     *
     * @param mark what stands for an input, by its name
     */
    public static FilledPrompt of(ExportRequest request, UnaryOperator<String> mark, Report.Builder report) {
        // What the other languages cannot say is of no matter here: everything is rendered.
        List<Turn> turns = HandlebarsReader.read(request.prompt(), request.partials(), new Report.Builder());
        Map<String, Object> values = new LinkedHashMap<>();
        Map<String, Object> known =
                new LinkedHashMap<>(request.prompt().frontMatter().inputDefault());
        if (request.dataset() != null) {
            known.putAll(request.dataset().cases().getFirst().inputs());
        }
        Set<String> decided = decided(turns);
        Map<String, String> open = new LinkedHashMap<>();
        for (PromptVariable variable : request.prompt().variables(request.partials())) {
            String name = variable.name();
            Object value = known.get(name);
            boolean plain = SampleValues.isPlain(turns, name) && !(value instanceof List) && !(value instanceof Map);
            if (plain && !decided.contains(name)) {
                values.put(name, mark.apply(name));
                open.put(name, printed(value));
            } else if (value != null) {
                values.put(name, value);
                report.needsHand(
                        "",
                        "input " + name,
                        "its value of " + (request.dataset() == null ? "input.default" : "the first case")
                                + " is written out, as it decides over blocks or is no text");
            } else {
                values.put(name, plain ? "" : List.of());
                report.needsHand(
                        "",
                        "input " + name,
                        "taken as empty, as it decides over blocks or is no text: name a dataset to write out a case");
            }
        }
        if (turns.stream().anyMatch(Turn.History.class::isInstance)) {
            report.leftOut("", "{{history}}", "left out: put earlier messages between the others yourself");
        }
        return new FilledPrompt(new PromptRenderer(request.partials()).renderMarks(request.prompt(), values), open);
    }

    /** The value as the prompt prints it. */
    private static String printed(@Nullable Object value) {
        if (value == null || value instanceof String) {
            return value == null ? "" : (String) value;
        }
        return new PromptRenderer(PartialSource.NONE)
                        .render(PromptTemplate.parse("value", "{{value}}"), Map.of("value", value), List.of())
                        .messages()
                        .stream()
                        .map(Message::text)
                        .collect(Collectors.joining());
    }

    /** The inputs that decide over blocks, or of which not the value itself is printed. */
    private static Set<String> decided(List<Turn> turns) {
        Set<String> names = new LinkedHashSet<>();
        for (Turn turn : turns) {
            if (turn instanceof Turn.Message message) {
                for (Part part : message.parts()) {
                    boolean itself =
                            part instanceof Part.Value value && value.ref().isInput();
                    if (!itself && !(part instanceof Part.Text)) {
                        names.addAll(SampleValues.names(List.of(new Turn.Message(message.role(), List.of(part)))));
                    }
                }
            }
        }
        return names;
    }
}
