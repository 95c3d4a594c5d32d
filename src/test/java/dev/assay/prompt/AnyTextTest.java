package dev.assay.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.llm.InputException;
import dev.assay.llm.Message;
import dev.assay.llm.Role;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the text, it is parsed and coloured; what has no error can be rendered or says why not. */
class AnyTextTest {
    private static final List<String> FRAGMENTS = List.of(
            "{{",
            "}}",
            "{{{",
            "}}}",
            "{{{{",
            "}}}}",
            "{{{{/",
            "{{#if a}}",
            "{{/if}}",
            "{{#each xs as |x i|}}",
            "{{/each}}",
            "{{else}}",
            "{{else if b}}",
            "{{^}}",
            "{{^if a}}",
            "{{~",
            "~}}",
            "{{!--",
            "--}}",
            "{{! ",
            "{{> p}}",
            "{{> p x=1}}",
            "{{role \"system\"}}",
            "{{history}}",
            "{{json this}}",
            "{{this}}",
            "{{../a}}",
            "{{@index}}",
            "{{a.b}}",
            "{{[a b]}}",
            "\\",
            "\"",
            "'",
            "[",
            "]",
            "(",
            ")",
            "|",
            "=",
            "@",
            ".",
            "/",
            " ",
            "\n",
            "\r\n",
            "\r",
            "\t",
            "a",
            "b",
            "🙂",
            "\ud83d",
            "\u0000",
            "\ufeff",
            "---\n",
            "---",
            "# c\n",
            "model: x\n",
            "config:\n",
            "  topK: 1\n",
            "- ",
            ": ",
            "&a ",
            "*a ",
            "? ",
            "|\n");

    static Stream<String> texts() {
        return IntStream.range(0, 1500).mapToObj(seed -> {
            var random = new Random(seed);
            if (seed % 5 == 0) {
                byte[] bytes = new byte[random.nextInt(300)];
                random.nextBytes(bytes);
                return new String(bytes, StandardCharsets.ISO_8859_1);
            }
            var text = new StringBuilder(seed % 2 == 0 ? "---\n" : "");
            for (int i = random.nextInt(40); i > 0; i--) {
                text.append(FRAGMENTS.get(random.nextInt(FRAGMENTS.size())));
            }
            return text.toString();
        });
    }

    @Test
    void anyTextIsParsedAndColoured() {
        texts().forEach(text -> {
            var template = PromptTemplate.parse("a.prompt", text);
            assertThat(template.source()).isEqualTo(text);
            for (Diagnostic diagnostic : template.diagnostics()) {
                assertThat(diagnostic.start()).as(text).isBetween(0, diagnostic.end());
                assertThat(diagnostic.end()).as(text).isLessThanOrEqualTo(text.length());
                assertThat(diagnostic.message()).as(text).isNotBlank().doesNotContain("\n");
            }
            template.variables();
            assertSorted(text, SyntaxHighlighter.highlight(text));
        });
    }

    private static void assertSorted(String text, List<SyntaxSpan> spans) {
        int last = 0;
        for (SyntaxSpan span : spans) {
            boolean follows = span.start() >= last && span.end() > span.start() && span.end() <= text.length();
            assertThat(follows).as("%s in order", span).isTrue();
            last = span.end();
        }
    }

    @Test
    void whatHasNoErrorsIsRenderedOrRefusedWithAPlace() {
        PartialSource partials = name -> java.util.Optional.of(PromptTemplate.parse("_p.prompt", "P{{x}}"));
        Map<String, Object> values =
                Map.of("a", Map.of("b", 1), "b", true, "xs", List.of("{{role 'system'}}", 2), "x", "<b>");
        long rendered = texts().filter(text -> {
                    var template = PromptTemplate.parse("a.prompt", text);
                    if (template.diagnostics().stream().anyMatch(one -> one.severity() == Severity.ERROR)) {
                        return false;
                    }
                    try {
                        new PromptRenderer(partials).render(template, values, List.of(Message.of(Role.USER, "h")));
                        return true;
                    } catch (InputException e) {
                        assertThat(e.location()).as(text).isNotNull();
                        return false;
                    }
                })
                .count();
        assertThat(rendered).isGreaterThan(100);
    }

    @ParameterizedTest
    @MethodSource("plainTexts")
    void textWithoutBracesIsPrintedAsItIs(String text) {
        var messages = new PromptRenderer(PartialSource.NONE)
                .render(PromptTemplate.parse("a.prompt", "x" + text), Map.of(), List.of())
                .messages();
        assertThat(messages).containsExactly(Message.of(Role.USER, "x" + text));
    }

    static Stream<String> plainTexts() {
        return texts().filter(text -> !text.contains("{{")).limit(40);
    }
}
