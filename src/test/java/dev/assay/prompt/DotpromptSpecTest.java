package dev.assay.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.assay.llm.ContentPart;
import dev.assay.llm.Message;
import dev.assay.llm.Role;
import dev.assay.prompt.frontmatter.Picoschema;
import dev.assay.prompt.render.Fragment;
import dev.assay.prompt.template.RoleName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
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
        assertThat(tests).hasSizeGreaterThanOrEqualTo(117);
        return tests.stream();
    }

    private static List<DynamicNode> tests(String file, Map<String, Object> suite) {
        List<DynamicNode> tests = new ArrayList<>();
        for (Object test : (List<?>) suite.get("tests")) {
            Map<String, Object> one = map(test);
            String name = file + ": " + suite.get("name") + ": " + one.get("desc");
            tests.add(DynamicTest.dynamicTest(name, () -> check(suite, one)));
        }
        return tests;
    }

    private static void check(Map<String, Object> suite, Map<String, Object> test) {
        Map<String, Object> data = new LinkedHashMap<>(map(suite.get("data")));
        data.putAll(map(test.get("data")));
        Map<String, Object> inputs = new LinkedHashMap<>(
                map(map(map(test.get("options")).get("input")).get("default")));
        inputs.putAll(map(data.get("input")));
        Map<String, Object> partials = new LinkedHashMap<>(map(suite.get("partials")));
        partials.putAll(map(suite.get("resolverPartials")));
        Map<String, Map<String, Object>> schemas = new LinkedHashMap<>();
        map(suite.get("schemas")).forEach((name, schema) -> schemas.put(name, map(schema)));

        var template = PromptTemplate.parse("spec.prompt", (String) suite.get("template"));
        var renderer = new PromptRenderer(name -> Optional.ofNullable((String) partials.get(name))
                .map(source -> PromptTemplate.parse("_" + name + ".prompt", source)));
        Map<String, Object> expected = map(test.get("expect"));

        assertThat(template.frontMatter().config()).isEqualTo(map(expected.get("config")));
        assertThat(template.frontMatter().ext()).isEqualTo(map(expected.get("ext")));
        assertThat(template.frontMatter().model()).isEqualTo(expected.get("model"));
        if (expected.containsKey("raw")) {
            assertThat(numbers(template.frontMatter().raw())).isEqualTo(numbers(expected.get("raw")));
        }
        for (String section : List.of("input", "output")) {
            Object schema = map(expected.get(section)).get("schema");
            if (schema != null) {
                Object written = map(template.frontMatter().raw().get(section)).get("schema");
                var converted = Picoschema.convert(written, schemas);
                assertThat(converted.faults()).isEmpty();
                assertThat(converted.schema()).isEqualTo(schema);
            }
        }
        if (!schemas.isEmpty()) {
            return; // A schema by name needs a registry of schemas, which a prompt file alone does not have.
        }
        List<Message> history = ((List<?>) data.getOrDefault("messages", List.of()))
                .stream().map(message -> message(map(message))).toList();
        List<Fragment> fragments = renderer.fragments(template, inputs, map(data.get("context")));
        List<Object> actual = new ArrayList<>();
        MessageAssembler.drafts(fragments, history).forEach(draft -> actual.add(plain(draft, expected)));
        assertThat(actual).isEqualTo(expected.get("messages"));
    }

    private static Object plain(MessageAssembler.Draft draft, Map<String, Object> expected) {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put(
                "role",
                draft.role() == Role.ASSISTANT ? "model" : draft.role().name().toLowerCase(java.util.Locale.ROOT));
        message.put(
                "content",
                draft.content().stream().map(DotpromptSpecTest::plain).toList());
        boolean marked = String.valueOf(expected).contains("purpose=history");
        if (draft.history() && marked) {
            message.put("metadata", Map.of("purpose", "history"));
        }
        return message;
    }

    private static Object plain(Fragment fragment) {
        return switch (fragment) {
            case Fragment.Text text -> Map.of("text", text.text());
            case Fragment.MediaMark media -> Map.of("media", media(media));
            case Fragment.SectionMark section -> Map.of("metadata", Map.of("pending", true, "purpose", section.name()));
            case Fragment.RoleMark role -> fail("a role mark is left over");
            case Fragment.HistoryMark history -> fail("a history mark is left over");
        };
    }

    private static Map<String, Object> media(Fragment.MediaMark media) {
        return media.contentType() == null
                ? Map.of("url", media.url())
                : Map.of("url", media.url(), "contentType", media.contentType());
    }

    private static Message message(Map<String, Object> message) {
        List<ContentPart> parts = ((List<?>) message.get("content"))
                .stream()
                        .map(part -> (ContentPart)
                                new ContentPart.Text((String) map(part).get("text")))
                        .toList();
        return Message.of(RoleName.find((String) message.get("role")).orElseThrow(), parts);
    }

    private static Object numbers(Object value) {
        return dev.assay.prompt.render.JsonText.of(value);
    }

    private static Map<String, Object> map(Object value) {
        Map<String, Object> copy = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, one) ->
                    copy.put((String) key, one instanceof Integer whole ? (Object) whole.longValue() : one));
        }
        return copy;
    }
}
