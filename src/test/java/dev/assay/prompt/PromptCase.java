package dev.assay.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.llm.InputException;
import dev.assay.llm.Role;
import dev.assay.prompt.frontmatter.Definitions;
import dev.assay.prompt.frontmatter.SettingsReader;
import dev.assay.prompt.render.Fragment;
import dev.assay.prompt.source.Dialect;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A prompt with its values and what comes of it, read from a file of cases.
 *
 * @param name what it shows
 * @param fields {@code prompt}, {@code inputs}, {@code partials} and the answers
 */
record PromptCase(String name, Map<String, Object> fields) {
    private static final String FILE = "a.prompt";

    /** The cases of a resource beside this class. */
    static Stream<PromptCase> in(String resource) {
        try (InputStream in = Objects.requireNonNull(PromptCase.class.getResourceAsStream(resource), resource)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            var settings = SettingsReader.read(text, 0, text.length());
            assertThat(settings.problem()).as(resource).isNull();
            return settings.values().entrySet().stream().map(one -> new PromptCase(one.getKey(), map(one.getValue())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Fails where a dialect does not answer as {@code key} says. */
    void assertAnswer(String key, Dialect dialect) {
        Object expected = fields.get(key);
        if (map(expected).get("refused") instanceof String refused) {
            assertThat(answer(dialect)).singleElement().asString().startsWith("refused: " + refused);
        } else {
            assertThat(answer(dialect)).isEqualTo(expected);
        }
    }

    /** What Assay says about the file: place, severity, name and message. */
    List<String> diagnostics() {
        return PromptLint.check(template(Dialect.STRICT), partials()).stream()
                .map(one -> withoutFile(one.toString()))
                .toList();
    }

    private List<String> answer(Dialect dialect) {
        var template = template(dialect);
        Optional<Diagnostic> error = template.diagnostics().stream()
                .filter(one -> one.severity() == Severity.ERROR)
                .findFirst();
        if (error.isPresent()) {
            return List.of("refused: " + withoutFile(error.get().toString()));
        }
        try {
            List<Fragment> fragments = new PromptRenderer(partials())
                    .fragments(template, map(fields.get("inputs")), map(fields.get("context")), List.of());
            return MessageAssembler.drafts(fragments, List.of()).stream()
                    .map(PromptCase::shown)
                    .toList();
        } catch (InputException e) {
            return List.of("refused: " + withoutFile(e.getMessage()));
        }
    }

    private PromptTemplate template(Dialect dialect) {
        return PromptTemplate.parse(FILE, (String) fields.get("prompt"), dialect, Definitions.NONE);
    }

    private PartialSource partials() {
        return name -> Optional.ofNullable(map(fields.get("partials")).get(name))
                .map(text -> PromptTemplate.parse("_" + name + ".prompt", (String) text));
    }

    private static String withoutFile(String text) {
        return text.startsWith(FILE + ":") ? text.substring(FILE.length() + 1) : text;
    }

    private static String shown(MessageAssembler.Draft draft) {
        String role =
                draft.role() == Role.ASSISTANT ? "model" : draft.role().name().toLowerCase(Locale.ROOT);
        return role + ": " + draft.content().stream().map(PromptCase::shown).collect(Collectors.joining());
    }

    private static String shown(Fragment fragment) {
        return switch (fragment) {
            case Fragment.Text text -> text.text();
            case Fragment.MediaMark media -> "<media " + media.url() + " " + media.contentType() + ">";
            case Fragment.SectionMark section -> "<section " + section.name() + ">";
            default -> throw new AssertionError("left over: " + fragment);
        };
    }

    private static Map<String, Object> map(Object value) {
        Map<String, Object> copy = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, one) -> copy.put((String) key, one));
        }
        return copy;
    }

    @Override
    public String toString() {
        return name;
    }
}
