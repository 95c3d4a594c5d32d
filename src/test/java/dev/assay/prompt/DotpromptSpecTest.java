package dev.assay.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.assay.llm.ContentPart;
import dev.assay.llm.Message;
import dev.assay.llm.Role;
import dev.assay.prompt.frontmatter.Definitions;
import dev.assay.prompt.frontmatter.ToolDefinition;
import dev.assay.prompt.render.Fragment;
import dev.assay.prompt.source.Dialect;
import dev.assay.prompt.template.RoleName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Every case of the public conformance suite of the format, where it lies beside the repository. */
class DotpromptSpecTest {

    @TestFactory
    Stream<DynamicNode> everyCaseOfTheConformanceSuite() throws IOException {
        Optional<Path> folder = SharedData.find("dotprompt-spec");
        Assumptions.assumeTrue(folder.isPresent(), "the conformance suite is not beside the repository: not run");
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder.orElseThrow())) {
            files = walk.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
        List<DynamicNode> tests = new ArrayList<>();
        for (Path file : files) {
            for (Object suite :
                    (List<?>) new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file))) {
                tests.addAll(tests(file.getFileName().toString(), map(suite)));
            }
        }
        assertThat(tests).hasSize(2 * 117);
        return tests.stream();
    }

    /** The suite meets none of the divergences, so Assay's own dialect must pass it as well. */
    private static List<DynamicNode> tests(String file, Map<String, Object> suite) {
        List<DynamicNode> tests = new ArrayList<>();
        for (Object test : (List<?>) suite.get("tests")) {
            for (Dialect dialect : Dialect.values()) {
                Map<String, Object> one = map(test);
                String name = dialect + " " + file + ": " + suite.get("name") + ": " + one.get("desc");
                tests.add(DynamicTest.dynamicTest(name, () -> check(suite, one, dialect)));
            }
        }
        return tests;
    }

    private static void check(Map<String, Object> suite, Map<String, Object> test, Dialect dialect) {
        Map<String, Object> data = new LinkedHashMap<>(map(suite.get("data")));
        data.putAll(map(test.get("data")));
        Map<String, Object> options = map(test.get("options"));
        Map<String, Object> inputs =
                new LinkedHashMap<>(map(map(options.get("input")).get("default")));
        inputs.putAll(map(data.get("input")));
        var template = PromptTemplate.parse("spec.prompt", (String) suite.get("template"), dialect, definitions(suite));
        List<Message> history = ((List<?>) data.getOrDefault("messages", List.of()))
                .stream().map(message -> message(map(message))).toList();
        List<Fragment> fragments =
                new PromptRenderer(partials(suite)).fragments(template, inputs, map(data.get("context")), history);

        Map<String, Object> rendered = new LinkedHashMap<>(template.metadata());
        rendered.remove("input");
        rendered.put(
                "messages",
                MessageAssembler.drafts(fragments, history).stream()
                        .map(DotpromptSpecTest::plain)
                        .toList());
        assertThat(numbers(rendered)).isEqualTo(expected(test, "raw", "input"));
        assertThat(numbers(PromptMetadata.merged(template.metadata(), options)))
                .isEqualTo(expected(test, "raw", "messages"));
        Object raw = map(test.get("expect")).get("raw");
        if (raw != null) {
            assertThat(numbers(template.frontMatter().raw())).isEqualTo(numbers(raw));
        }
    }

    private static Object expected(Map<String, Object> test, String... without) {
        Map<String, Object> expected = map(test.get("expect"));
        for (String base : List.of("ext", "config", "metadata")) {
            expected.putIfAbsent(base, Map.of());
        }
        List.of(without).forEach(expected::remove);
        return numbers(expected);
    }

    private static Definitions definitions(Map<String, Object> suite) {
        Map<String, Map<String, Object>> schemas = new LinkedHashMap<>();
        map(suite.get("schemas")).forEach((name, schema) -> schemas.put(name, map(schema)));
        Map<String, ToolDefinition> tools = new LinkedHashMap<>();
        map(suite.get("tools")).forEach((name, tool) -> {
            Object description = map(tool).get("description");
            tools.put(
                    name,
                    new ToolDefinition(name, (String) description, map(map(tool).get("inputSchema")), null));
        });
        return new Definitions(schemas, tools);
    }

    private static PartialSource partials(Map<String, Object> suite) {
        Map<String, Object> partials = new LinkedHashMap<>(map(suite.get("partials")));
        partials.putAll(map(suite.get("resolverPartials")));
        return name -> Optional.ofNullable((String) partials.get(name))
                .map(source -> PromptTemplate.parse("_" + name + ".prompt", source));
    }

    private static Object plain(MessageAssembler.Draft draft) {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put(
                "role",
                draft.role() == Role.ASSISTANT ? "model" : draft.role().name().toLowerCase(Locale.ROOT));
        message.put(
                "content",
                draft.content().stream().map(DotpromptSpecTest::plain).toList());
        if (draft.history()) {
            message.put("metadata", Map.of("purpose", "history"));
        }
        return message;
    }

    private static Object plain(Fragment fragment) {
        return switch (fragment) {
            case Fragment.Text text -> Map.of("text", text.text());
            case Fragment.MediaMark media -> Map.of("media", PromptMetadata.media(media.url(), media.contentType()));
            case Fragment.SectionMark section -> Map.of("metadata", Map.of("pending", true, "purpose", section.name()));
            case Fragment.RoleMark role -> fail("a role mark is left over");
            case Fragment.HistoryMark history -> fail("a history mark is left over");
        };
    }

    private static Message message(Map<String, Object> message) {
        List<ContentPart> parts = ((List<?>) message.get("content"))
                .stream()
                        .map(part -> (ContentPart)
                                new ContentPart.Text((String) map(part).get("text")))
                        .toList();
        return Message.of(RoleName.find((String) message.get("role")).orElseThrow(), parts);
    }

    /** Whole numbers of one kind all through, as JSON has it. */
    private static Object numbers(Object value) {
        return switch (value) {
            case null -> null;
            case Integer whole -> whole.longValue();
            case List<?> list -> {
                List<Object> copy = new ArrayList<>();
                list.forEach(one -> copy.add(numbers(one)));
                yield copy;
            }
            case Map<?, ?> map -> {
                Map<Object, Object> copy = new LinkedHashMap<>();
                map.forEach((key, one) -> copy.put(key, numbers(one)));
                yield copy;
            }
            default -> value;
        };
    }

    private static Map<String, Object> map(Object value) {
        Map<String, Object> copy = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, one) -> copy.put((String) key, one));
        }
        return copy;
    }
}
