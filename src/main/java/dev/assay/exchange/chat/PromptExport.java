package dev.assay.exchange.chat;

import dev.assay.exchange.equivalence.Equivalence;
import dev.assay.exchange.equivalence.RenderedTurn;
import dev.assay.exchange.equivalence.SampleValues;
import dev.assay.exchange.equivalence.TypedValues;
import dev.assay.exchange.exporting.ExportRequest;
import dev.assay.exchange.handlebars.HandlebarsReader;
import dev.assay.exchange.report.Report;
import dev.assay.exchange.syntax.ParsedTemplate;
import dev.assay.exchange.syntax.TemplatePrinter;
import dev.assay.exchange.template.Turn;
import dev.assay.llm.Role;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A prompt on its way into another format. */
public final class PromptExport {
    private final ExportRequest request;
    private final Report.Builder report;
    private final List<Turn> turns;

    /** Reads the prompt with its partials written out; what no other tool can say is refused in the report. */
    public PromptExport(ExportRequest request, Report.Builder report) {
        this.request = request;
        this.report = report;
        this.turns = HandlebarsReader.read(request.prompt(), request.partials(), report);
    }

    /**
     * A step in the other language.
     *
     * @param role the role, or null for the place of earlier messages
     * @param text the template; empty for that place
     */
    public record Step(@Nullable Role role, String text) {}

    /** The conversation apart from syntax. */
    public List<Turn> turns() {
        return turns;
    }

    /** The names of the inputs. */
    public List<String> inputs() {
        return SampleValues.names(turns);
    }

    /** Prints all messages; what cannot be said is refused in the report. */
    public List<Step> print(TemplatePrinter printer) {
        List<Step> steps = new ArrayList<>();
        for (Turn turn : turns) {
            switch (turn) {
                case Turn.History history -> steps.add(new Step(null, ""));
                case Turn.Placeholder placeholder ->
                    report.refused("", "the messages of " + placeholder.input(), "other tools have no such place");
                case Turn.Message message -> {
                    try {
                        steps.add(new Step(message.role(), printer.print(message.parts())));
                    } catch (TemplatePrinter.NotWritable e) {
                        report.refused(
                                "",
                                "the message of role " + Roles.name(message.role()),
                                String.valueOf(e.getMessage()));
                    }
                }
            }
        }
        if (turns.isEmpty()) {
            report.refused("", "the prompt", "it has no text to send: write some first");
        }
        return steps;
    }

    /** Reads the printed messages again and says whether they render as the prompt does. */
    public void check(List<Step> steps, Function<String, ParsedTemplate> parser) {
        check(values -> rendered(steps, parser, values));
    }

    /** Like {@link #check(List, Function)}, for a tool that cuts white space off the ends of messages. */
    public void checkTrimmed(List<Step> steps, Function<String, ParsedTemplate> parser) {
        check(new Equivalence.Trimmed(values -> rendered(steps, parser, values)));
    }

    private static List<RenderedTurn> rendered(
            List<Step> steps, Function<String, ParsedTemplate> parser, Map<String, Object> values) {
        return steps.stream()
                .filter(step -> step.role() != null)
                .map(step -> new RenderedTurn(
                        java.util.Objects.requireNonNull(step.role()),
                        parser.apply(step.text()).evaluator().apply(values)))
                .toList();
    }

    private void check(Equivalence.Rendering rendering) {
        if (report.build().entries().stream()
                .anyMatch(entry -> entry.outcome() == dev.assay.exchange.report.Outcome.REFUSED)) {
            return;
        }
        List<Map<String, Object>> samples = new ArrayList<>(SampleValues.of(turns));
        if (request.dataset() != null) {
            request.dataset().cases().stream().limit(3).forEach(one -> {
                Map<String, Object> values = new LinkedHashMap<>(samples.getFirst());
                values.putAll(one.inputs());
                samples.add(values);
            });
        }
        List<Map<String, Object>> filled = TypedValues.fit(samples, request.prompt(), request.partials()).stream()
                .map(this::withDefaults)
                .toList();
        Equivalence.report("", request.prompt(), request.partials(), rendering, filled, report);
    }

    private Map<String, Object> withDefaults(Map<String, Object> values) {
        Map<String, Object> all =
                new LinkedHashMap<>(request.prompt().frontMatter().inputDefault());
        all.putAll(values);
        return all;
    }

    /** The model to name: the one asked for, else the prompt's own; null where there is none. */
    public static @Nullable String model(ExportRequest request) {
        return request.model() != null
                ? request.model().toString()
                : request.prompt().frontMatter().model();
    }

    /** The parameters under the names that most tools use. */
    public static Map<String, Object> parameters(ExportRequest request) {
        Map<String, Object> named = new LinkedHashMap<>();
        request.prompt()
                .frontMatter()
                .config()
                .forEach((key, value) -> named.put(
                        switch (key) {
                            case "maxOutputTokens" -> "max_tokens";
                            case "topP" -> "top_p";
                            case "topK" -> "top_k";
                            case "stopSequences" -> "stop";
                            case "contextTokens" -> "num_ctx";
                            case "frequencyPenalty" -> "frequency_penalty";
                            case "presencePenalty" -> "presence_penalty";
                            case "reasoningEffort" -> "reasoning_effort";
                            case "toolChoice" -> "tool_choice";
                            default -> key;
                        },
                        value));
        return named;
    }
}
