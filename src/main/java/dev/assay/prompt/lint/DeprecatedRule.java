package dev.assay.prompt.lint;

import dev.assay.llm.Role;
import dev.assay.prompt.source.Problem;
import dev.assay.prompt.template.Expression;
import dev.assay.prompt.template.Expression.Call;
import dev.assay.prompt.template.Helper;
import dev.assay.prompt.template.Node;
import java.util.function.Consumer;

/** What is still understood, but should not be written any more. */
final class DeprecatedRule implements TemplateWalk.Rule {
    private final Consumer<Problem> problems;

    DeprecatedRule(Consumer<Problem> problems) {
        this.problems = problems;
    }

    @Override
    public void output(Call call, Place place, Role role, Node site, String partial) {
        Helper helper = partial.isEmpty() ? TemplateWalk.helper(call, place).orElse(null) : null;
        if (helper == Helper.LOG) {
            tell("'log' is for programs and prints nothing in a prompt: remove it", call.start(), call.end());
        } else if (helper == Helper.ROLE
                && call.arguments().getFirst() instanceof Expression.Literal literal
                && "assistant".equals(literal.value())) {
            tell(
                    "the role 'assistant' is called model in this format, and other readers do not know it:"
                            + " write {{role \"model\"}}",
                    literal.start(),
                    literal.end());
        }
    }

    private void tell(String message, int start, int end) {
        problems.accept(new Problem("deprecated-helper", message, start, end));
    }
}
