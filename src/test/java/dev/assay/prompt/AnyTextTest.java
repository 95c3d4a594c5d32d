package dev.assay.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.llm.InputException;
import dev.assay.llm.Message;
import dev.assay.llm.Role;
import dev.assay.prompt.work.RandomText;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the text, it is parsed and coloured; what has no error can be rendered or says why not. */
class AnyTextTest {
    static Stream<String> texts() {
        return RandomText.pieces(1500);
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
