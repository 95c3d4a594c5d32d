package dev.assay.prompt.lint;

import dev.assay.llm.Role;
import dev.assay.prompt.source.Problem;
import dev.assay.prompt.template.Expression;
import dev.assay.prompt.template.Expression.Call;
import dev.assay.prompt.template.Helper;
import dev.assay.prompt.template.Node;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/** Free text from outside should not speak in the system's voice, nor choose whose voice it is. */
final class InjectionRule implements TemplateWalk.Rule {
    private static final int MOST_PROBLEMS = 100;

    private final Consumer<Problem> problems;
    private final Set<String> told = new HashSet<>();

    InjectionRule(Consumer<Problem> problems) {
        this.problems = problems;
    }

    @Override
    public void output(Call call, Place place, Role role, Node site, String partial) {
        Helper helper = TemplateWalk.helper(call, place).orElse(null);
        Expression printed = helper == null
                ? call.target()
                : call.arguments().isEmpty() ? null : call.arguments().getFirst();
        if (!(printed instanceof Expression.Path path) || !place.of(path).isFreeText()) {
            return;
        }
        String where = partial.isEmpty() ? "" : " by the partial '" + partial + "'";
        if (helper == Helper.ROLE) {
            tell(
                    path,
                    site,
                    "the value of '" + path.text() + "' decides" + where + " who speaks, even as the system:"
                            + " write the role out, or declare the input as an enum");
        } else if (role == Role.SYSTEM && (helper == null || helper == Helper.JSON || helper == Helper.LOOKUP)) {
            tell(
                    path,
                    site,
                    "'" + path.text() + "' is free text that is put" + where + " into the system message, where"
                            + " the model takes it for orders: move it to a user message, or declare it as an enum");
        }
    }

    private void tell(Expression.Path path, Node site, String message) {
        if (told.size() < MOST_PROBLEMS && told.add(message)) {
            boolean own = site instanceof Node.Output;
            problems.accept(new Problem(
                    "potential-injection", message, own ? path.start() : site.start(), own ? path.end() : site.end()));
        }
    }
}
