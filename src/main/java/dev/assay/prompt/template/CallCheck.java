package dev.assay.prompt.template;

import dev.assay.llm.NearestName;
import dev.assay.llm.Role;
import dev.assay.prompt.source.Dialect;
import dev.assay.prompt.source.Problem;
import dev.assay.prompt.template.Expression.Call;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Checks before anything is rendered that every helper exists, stands where it may and gets what it needs. */
final class CallCheck {
    private final Dialect dialect;
    private final Consumer<Problem> problems;

    private CallCheck(Dialect dialect, Consumer<Problem> problems) {
        this.dialect = dialect;
        this.problems = problems;
    }

    static void check(List<Node> nodes, Dialect dialect, Consumer<Problem> problems) {
        new CallCheck(dialect, problems).nodes(nodes, BlockNames.NONE);
    }

    private void nodes(List<Node> nodes, BlockNames parameters) {
        for (Node node : nodes) {
            switch (node) {
                case Node.Output output -> inline(output.call(), parameters);
                case Node.Block block -> block.branches().forEach(branch -> branch(branch, parameters));
                case Node.Partial partial -> partial(partial);
                case Node.Text text -> {}
                case Node.Comment comment -> {}
            }
        }
    }

    private void branch(Node.Branch branch, BlockNames parameters) {
        if (branch.call() != null) {
            block(branch.call());
        }
        nodes(branch.body(), parameters.with(branch.parameters()));
    }

    private void partial(Node.Partial partial) {
        value(partial.name());
        if (partial.context() != null) {
            value(partial.context());
        }
        partial.named().forEach(named -> value(named.value()));
    }

    private void block(Call call) {
        Optional<Helper> helper = find(call).filter(Helper::isBlock);
        if (helper.isPresent()) {
            arguments(helper.get(), call);
            return;
        }
        if (!dialect.isStrict() && !call.hasArguments() && find(call).isEmpty()) {
            return;
        }
        String name = call.target().text();
        String mend = call.hasArguments()
                ? NearestName.hint(name, Helper.words(true))
                : NearestName.find(name, Helper.words(true))
                        .map(near -> "; did you mean " + near + "?")
                        .orElse(": to test or walk a value write {{#if " + name + "}} or {{#each " + name + "}}");
        report("unknown-block-helper", "there is no block helper '" + name + "'" + mend, call);
    }

    private void inline(Call call, BlockNames parameters) {
        Optional<Helper> helper = parameters.contains(call.target().text()) ? Optional.empty() : find(call);
        if (helper.isPresent() && helper.get().isBlock()) {
            String name = helper.get().word();
            report(
                    "unknown-helper",
                    "'" + name + "' opens a block: write {{#" + name + " ...}}..{{/" + name + "}}",
                    call);
        } else if (helper.isPresent()) {
            arguments(helper.get(), call);
        } else if (call.hasArguments()) {
            unknown(call);
        }
    }

    private void sub(Call call) {
        Optional<Helper> helper = find(call);
        if (helper.isEmpty()) {
            unknown(call);
        } else if (helper.get().form() != Helper.Form.VALUE) {
            report(
                    "unknown-helper",
                    "'" + helper.get().word() + "' has no value: only json and lookup may stand in parentheses",
                    call);
        } else {
            arguments(helper.get(), call);
        }
    }

    private void unknown(Call call) {
        String name = call.target().text();
        String mend = NearestName.find(name, Helper.words(false))
                .map(near -> "; did you mean " + near + "?")
                .orElse("; for braces in the text write \\{{");
        report("unknown-helper", "there is no helper '" + name + "'" + mend, call);
    }

    private void arguments(Helper helper, Call call) {
        int wanted = helper.arguments();
        if (wanted >= 0 && call.arguments().size() != wanted) {
            String own = helper.isBlock() || call.hasArguments()
                    ? ""
                    : "; for a variable of that name write {{this." + helper.word() + "}}";
            report("invalid-arguments", "'" + helper.word() + "' takes " + count(wanted) + own, call);
        }
        for (var named : call.named()) {
            if (!helper.names().contains(named.name())) {
                String message = "'" + helper.word() + "' takes no '" + named.name() + "'";
                problems.accept(new Problem(
                        "invalid-arguments",
                        message + NearestName.hint(named.name(), helper.names()),
                        named.start(),
                        named.end()));
            }
        }
        if (helper == Helper.MEDIA && call.named("url") == null) {
            report("invalid-arguments", "'media' needs an address: {{media url=...}}", call);
        }
        if (helper == Helper.ROLE && !call.arguments().isEmpty()) {
            roleName(call.arguments().getFirst());
        }
        call.arguments().forEach(this::value);
        call.named().forEach(named -> value(named.value()));
    }

    private void roleName(Expression argument) {
        if (argument instanceof Expression.Literal literal) {
            Optional<Role> role = RoleName.find(String.valueOf(literal.value()));
            if (role.isEmpty()) {
                problems.accept(new Problem(
                        "invalid-role",
                        RoleName.mend(String.valueOf(literal.value())),
                        argument.start(),
                        argument.end()));
            }
        }
    }

    private void value(Expression expression) {
        if (expression instanceof Expression.SubExpression computed) {
            sub(computed.call());
        }
    }

    private static Optional<Helper> find(Call call) {
        return call.target().isSimple() ? Helper.find(call.target().text()) : Optional.empty();
    }

    private static String count(int number) {
        return switch (number) {
            case 0 -> "no value";
            case 1 -> "one value";
            default -> number + " values";
        };
    }

    private void report(String name, String message, Call call) {
        problems.accept(new Problem(name, message, call.start(), call.end()));
    }
}
