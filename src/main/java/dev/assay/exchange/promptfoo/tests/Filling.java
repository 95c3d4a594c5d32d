package dev.assay.exchange.promptfoo.tests;

import dev.assay.exchange.equivalence.SampleValues;
import dev.assay.exchange.jinja.Jinja;
import dev.assay.exchange.report.Report;
import dev.assay.exchange.syntax.ParsedTemplate;
import dev.assay.exchange.syntax.Printed;
import dev.assay.exchange.template.Turn;
import dev.assay.llm.InputException;
import dev.assay.llm.Role;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Values that are templates themselves: promptfoo fills them in with the other values of the test. */
final class Filling {
    private int filled;
    private int kept;
    private String first = "";

    /** The text with its templates filled in; empty where that cannot be done. */
    Optional<String> filled(String text, Map<String, Object> values) {
        if (!isTemplate(text)) {
            return Optional.of(text);
        }
        Optional<String> result = evaluated(text, values);
        filled += result.isPresent() ? 1 : 0;
        kept += result.isPresent() ? 0 : 1;
        first = result.isEmpty() && first.isEmpty() ? text.lines().findFirst().orElse("") : first;
        return result;
    }

    private static Optional<String> evaluated(String text, Map<String, Object> values) {
        var report = new Report.Builder();
        ParsedTemplate parsed = Jinja.parse(text, "", Printed.JAVASCRIPT, report);
        List<String> names = SampleValues.names(List.of(new Turn.Message(Role.USER, parsed.parts())));
        boolean known = values.keySet().containsAll(names)
                && names.stream().noneMatch(name -> values.get(name) instanceof String other && isTemplate(other));
        if (!known || !report.build().entries().isEmpty() || text.contains("env.")) {
            return Optional.empty();
        }
        try {
            return Optional.of(parsed.evaluator().apply(values));
        } catch (InputException e) {
            // A filter that is not known here; the text stays as it is, which is told.
            return Optional.empty();
        }
    }

    private static boolean isTemplate(String text) {
        return text.contains("{{") || text.contains("{%");
    }

    void tell(Report.Builder report) {
        if (filled > 0) {
            report.converted(
                    "", filled + " values with {{...}} in them", "filled in with the other values of the test");
        }
        if (kept > 0) {
            report.needsHand(
                    "",
                    kept + " values with {{...}} in them",
                    "kept as text, while promptfoo fills them in: '" + first + "'");
        }
    }
}
