package dev.assay.exchange.chat;

import dev.assay.exchange.conversion.ImportedPrompt;
import dev.assay.exchange.document.Value;
import dev.assay.exchange.equivalence.Equivalence;
import dev.assay.exchange.equivalence.RenderedTurn;
import dev.assay.exchange.equivalence.SampleValues;
import dev.assay.exchange.equivalence.TypedValues;
import dev.assay.exchange.handlebars.PromptText;
import dev.assay.exchange.report.Report;
import dev.assay.exchange.syntax.ParsedTemplate;
import dev.assay.exchange.template.Part;
import dev.assay.exchange.template.Turn;
import dev.assay.llm.Role;
import dev.assay.prompt.PartialSource;
import dev.assay.prompt.PromptTemplate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A prompt while it is put together from another format. */
public final class PromptDraft {
    private final Map<String, Object> frontMatter = new LinkedHashMap<>();
    private final Map<String, Object> config = new LinkedHashMap<>();
    private final Map<String, Object> schema = new LinkedHashMap<>();
    private final Map<String, Object> defaults = new LinkedHashMap<>();
    private final List<Turn> turns = new ArrayList<>();
    private final List<Source> sources = new ArrayList<>();
    private final Map<String, String> placeholders = new LinkedHashMap<>();
    private boolean includes;

    private record Source(Role role, ParsedTemplate template) {}

    /** Sets a key of the front matter. */
    public void put(String key, Object value) {
        frontMatter.put(key, value);
    }

    /** Adds parameters. */
    public void config(Map<String, Object> parameters) {
        config.putAll(parameters);
    }

    /** Declares an input as Picoschema does. */
    public void declare(String key, Object type) {
        schema.put(key, type);
    }

    /** Takes over {@code response_format} as OpenAI has it; nothing where there is none. */
    public void format(Value format, Report.Builder report) {
        if (!format.exists()) {
            return;
        }
        String type = format.get("type").textOr("");
        Value nested = format.get("json_schema");
        Value schema = nested.isMap() ? nested.get("schema") : format.get("schema");
        if (schema.isMap()) {
            put("output", Map.of("format", "json", "schema", schema.plainFields()));
        } else if (type.startsWith("json")) {
            put("output", Map.of("format", "json"));
        } else if (!type.equals("text")) {
            report.needsHand(format.place(), "response_format " + type, "left out: Assay knows text and JSON");
            return;
        }
        report.converted(format.place(), "response_format " + type, type.equals("text") ? "text" : "output");
        for (String key : List.of("name", "strict")) {
            Value one = nested.isMap() ? nested.get(key) : format.get(key);
            if (one.exists()) {
                report.leftOut(one.place(), "response_format " + key, "left out: Assay decides on it when it sends");
            }
        }
    }

    /** Gives an input a default. */
    public void defaultValue(String input, Object value) {
        defaults.putIfAbsent(input, value);
    }

    /** The place of earlier messages. */
    public void history() {
        turns.add(new Turn.History());
    }

    /**
     * A place for messages, as many tools have several of: one becomes the place of earlier messages, the others inputs.
     *
     * @param place where it stands
     */
    public void placeholder(String name, String place) {
        turns.add(new Turn.Placeholder(name));
        placeholders.put(name, place);
    }

    /** The one whose name says so, else the first. */
    private void placeHistory(Report.Builder report) {
        if (placeholders.isEmpty()) {
            return;
        }
        String history = placeholders.keySet().stream()
                .filter(name -> name.toLowerCase(Locale.ROOT).contains("history"))
                .findFirst()
                .orElse(hasHistory() ? "" : placeholders.keySet().iterator().next());
        turns.replaceAll(
                turn -> turn.equals(new Turn.Placeholder(history)) && !hasHistory() ? new Turn.History() : turn);
        placeholders.forEach((name, place) -> {
            if (turns.contains(new Turn.Placeholder(name))) {
                report.needsHand(
                        place,
                        "placeholder " + name,
                        "became {{#each " + name + "}} with roles: give a list of records with role and content");
            } else {
                report.converted(place, "placeholder " + name, "{{history}}");
            }
        });
        placeholders.clear();
    }

    /** Whether the place of earlier messages is taken. */
    public boolean hasHistory() {
        return turns.stream().anyMatch(Turn.History.class::isInstance);
    }

    /** Adds a message. */
    public void message(Role role, ParsedTemplate template) {
        message(role, template, template.parts());
    }

    /** Adds a message whose parts were changed after they were read, such as by media. */
    public void message(Role role, ParsedTemplate template, List<Part> parts) {
        turns.add(new Turn.Message(role, parts));
        sources.add(new Source(role, template));
        template.defaults().forEach(this::defaultValue);
        includes |= parts.stream().anyMatch(Part.Include.class::isInstance);
    }

    /** The messages so far. */
    public List<Turn> turns() {
        return List.copyOf(turns);
    }

    /** The whole text of the prompt file. */
    public String text() {
        Map<String, Object> all = new LinkedHashMap<>();
        for (String key : List.of("description", "model")) {
            if (frontMatter.containsKey(key)) {
                all.put(key, frontMatter.get(key));
            }
        }
        if (!config.isEmpty()) {
            all.put("config", config);
        }
        Map<String, Object> input = new LinkedHashMap<>();
        if (!schema.isEmpty()) {
            input.put("schema", schema);
        }
        if (!defaults.isEmpty()) {
            input.put("default", defaults);
        }
        if (!input.isEmpty()) {
            all.put("input", input);
        }
        frontMatter.forEach(all::putIfAbsent);
        return PromptText.of(all, turns);
    }

    /**
     * The prompt, checked to render as its source does.
     *
     * @param place where the source stands
     * @param given values that the source itself brings; each is checked besides those made up
     */
    public ImportedPrompt finish(String name, String place, List<Map<String, Object>> given, Report.Builder report) {
        placeHistory(report);
        String text = text();
        if (includes) {
            report.needsHand(place, "rendering", "not compared: the prompt includes others that are not in this file");
            return new ImportedPrompt(name, text);
        }
        List<Map<String, Object>> samples = new ArrayList<>(SampleValues.of(turns));
        for (Map<String, Object> values : given) {
            Map<String, Object> filled = new LinkedHashMap<>(samples.getFirst());
            filled.putAll(values);
            samples.add(filled);
        }
        PromptTemplate prompt = PromptTemplate.parse("prompts/" + name + ".prompt", text);
        Equivalence.report(
                place,
                prompt,
                PartialSource.NONE,
                this::render,
                TypedValues.fit(samples, prompt, PartialSource.NONE),
                report);
        return new ImportedPrompt(name, text);
    }

    private List<RenderedTurn> render(Map<String, Object> values) {
        return sources.stream()
                .map(source -> new RenderedTurn(
                        source.role(), source.template().evaluator().apply(values)))
                .toList();
    }
}
