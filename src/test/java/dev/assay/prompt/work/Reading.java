package dev.assay.prompt.work;

import dev.assay.llm.InputException;
import dev.assay.llm.Message;
import dev.assay.llm.Role;
import dev.assay.prompt.Diagnostic;
import dev.assay.prompt.PartialSource;
import dev.assay.prompt.PromptLint;
import dev.assay.prompt.PromptRenderer;
import dev.assay.prompt.PromptTemplate;
import dev.assay.prompt.Severity;
import dev.assay.prompt.SyntaxHighlighter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** All that is done with the text of a prompt: it is parsed, checked, coloured and, where it has no errors, rendered. */
public final class Reading implements Consumer<String> {
    private static final PromptTemplate PARTIAL = PromptTemplate.parse("_p.prompt", "P{{x}}");
    private static final PartialSource PARTIALS = name -> Optional.of(PARTIAL);
    private static final Map<String, Object> VALUES =
            Map.of("a", Map.of("b", 1), "b", true, "xs", List.of("{{role 'system'}}", 2), "x", "<b>");

    @Override
    public void accept(String text) {
        var template = PromptTemplate.parse("a.prompt", text);
        template.variables(PARTIALS);
        SyntaxHighlighter.highlight(text);
        List<Diagnostic> found = PromptLint.check(template, PARTIALS);
        if (found.stream().noneMatch(one -> one.severity() == Severity.ERROR)) {
            try {
                new PromptRenderer(PARTIALS).render(template, VALUES, List.of(Message.of(Role.USER, "h")));
            } catch (InputException refused) {
                if (refused.location() == null) {
                    throw new IllegalStateException("no place: " + refused.getMessage(), refused);
                }
            }
        }
    }
}
