package dev.assay.experiment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.assay.history.RunSource;
import dev.assay.history.RunSource.Kind;
import dev.assay.history.RunVariant;
import dev.assay.llm.StorageException;
import dev.assay.prompt.PartialSource;
import dev.assay.prompt.PromptTemplate;
import dev.assay.prompt.frontmatter.Definitions;
import dev.assay.prompt.frontmatter.ToolDefinition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The texts that a variant's calls are made from: kept when a run begins, read when it goes on. */
final class Sources {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Sources() {}

    /** Partials that note which of them were looked up. */
    static final class Noted implements PartialSource {
        private final PartialSource source;
        private final Map<String, PromptTemplate> found = new LinkedHashMap<>();

        Noted(PartialSource source) {
            this.source = source;
        }

        @Override
        public Optional<PromptTemplate> find(String name) {
            Optional<PromptTemplate> partial = source.find(name);
            partial.ifPresent(template -> found.put(name, template));
            return partial;
        }
    }

    /** What was used of one variant. */
    static List<RunSource> of(int variant, LoadedPrompt prompt, Noted partials) {
        List<RunSource> used = new ArrayList<>();
        used.add(new RunSource(
                variant,
                Kind.PROMPT,
                prompt.template().file(),
                prompt.template().source()));
        partials.found.forEach(
                (name, partial) -> used.add(new RunSource(variant, Kind.PARTIAL, name, partial.source())));
        List<RunSource> others = new ArrayList<>();
        Definitions definitions = prompt.definitions();
        definitions
                .schemas()
                .forEach((name, schema) -> others.add(new RunSource(variant, Kind.SCHEMA, name, json(schema))));
        definitions.tools().forEach((name, tool) -> others.add(new RunSource(variant, Kind.TOOL, name, json(tool))));
        addNamed(used, others);
        return used;
    }

    /** Of a workspace's many definitions only those that a text names, which may itself be a definition. */
    private static void addNamed(List<RunSource> used, List<RunSource> others) {
        for (int i = 0; i < used.size(); i++) {
            String text = used.get(i).text();
            List<RunSource> named =
                    others.stream().filter(other -> text.contains(other.name())).toList();
            used.addAll(named);
            others.removeAll(named);
        }
    }

    /** The prompt of a variant as it was when the run began. */
    static LoadedPrompt prompt(int index, RunVariant variant, List<RunSource> all) {
        List<RunSource> own =
                all.stream().filter(source -> source.variant() == index).toList();
        RunSource prompt = own.stream()
                .filter(source -> source.kind() == Kind.PROMPT)
                .findFirst()
                .orElseThrow(() -> new StorageException(
                        "The text of " + variant.prompt() + " was not kept with the run, so it cannot go on"));
        var definitions = new Definitions(
                named(own, Kind.SCHEMA, text -> read(text, new TypeReference<Map<String, Object>>() {})),
                named(own, Kind.TOOL, text -> read(text, new TypeReference<ToolDefinition>() {})));
        Map<String, PromptTemplate> partials = own.stream()
                .filter(source -> source.kind() == Kind.PARTIAL)
                .collect(Collectors.toMap(
                        RunSource::name,
                        source -> PromptTemplate.parse("_" + source.name() + ".prompt", source.text(), definitions)));
        return new LoadedPrompt(
                PromptTemplate.parse(prompt.name(), prompt.text(), definitions),
                name -> Optional.ofNullable(partials.get(name)),
                definitions,
                variant.revision(),
                variant.blobId());
    }

    private static <T> Map<String, T> named(List<RunSource> sources, Kind kind, Function<String, T> reader) {
        return sources.stream()
                .filter(source -> source.kind() == kind)
                .collect(Collectors.toMap(RunSource::name, source -> reader.apply(source.text())));
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new AssertionError("Schemas and tools are always writable", e);
        }
    }

    private static <T> T read(String text, TypeReference<T> type) {
        try {
            return JSON.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new StorageException("A definition that was kept with the run cannot be read", e);
        }
    }
}
