package dev.assay.exchange.promptfoo.tests;

import dev.assay.exchange.document.Value;
import dev.assay.exchange.report.Report;
import dev.assay.judge.expectation.Expectations;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What promptfoo expects of an answer, and what of it is a correct answer here. Counts what it meets, for the report. */
final class Asserts {
    private final Map<String, Tally> kept = new LinkedHashMap<>();
    private final Map<String, Tally> checked = new LinkedHashMap<>();
    private Tally equal = new Tally("", 0);

    private record Tally(String place, int count) {
        Tally more(String at) {
            return new Tally(count == 0 ? at : place, count + 1);
        }
    }

    /** Puts the asserts of a case into its row: the first plain {@code equals} is the correct answer, others are kept. */
    void into(Map<String, Object> row, List<Value> asserts, Filling filling) {
        List<Object> others = new ArrayList<>();
        for (Value one : asserts) {
            String answer = row.containsKey(TestColumns.EXPECTED) ? null : answer(one, row, filling);
            if (answer != null) {
                row.put(TestColumns.EXPECTED, answer);
                equal = equal.more(one.place());
            } else if (one.raw() != null) {
                others.add(one.raw());
                String type = one.isMap() ? name(one) : "of another kind";
                Map<String, Tally> tallies = Expectations.checks(one.raw(), row) ? checked : kept;
                tallies.put(type, tallies.getOrDefault(type, new Tally("", 0)).more(one.place()));
            }
        }
        if (!others.isEmpty()) {
            row.put(TestColumns.ASSERT, others);
        }
    }

    private static String name(Value one) {
        return one.get("type").textOr(one.get("$ref").textOr("?"));
    }

    private static @Nullable String answer(Value one, Map<String, Object> row, Filling filling) {
        boolean equals = one.get("type").textOr("").equals("equals")
                && Set.of("type", "value").containsAll(one.fields().keySet());
        Object value = one.get("value").raw();
        if (!equals || value == null) {
            return null;
        }
        if (value instanceof String text) {
            return text.startsWith("file://") ? null : filling.filled(text, row).orElse(null);
        }
        return value instanceof Number || value instanceof Boolean ? value.toString() : null;
    }

    /** Tells what became of all that were met. */
    void tell(Report.Builder report) {
        if (equal.count() > 0) {
            report.converted(
                    equal.place(), counted("equals", equal.count()), "the column '" + TestColumns.EXPECTED + "'");
        }
        String where = "the column '" + TestColumns.ASSERT + "', which the metric '" + Expectations.ASSERTS + "'";
        checked.forEach(
                (type, tally) -> report.converted(tally.place(), counted(type, tally.count()), where + " checks"));
        kept.forEach((type, tally) -> report.needsHand(
                tally.place(),
                counted(type, tally.count()),
                "kept in " + where + " reads but cannot check: judge it by another metric"));
    }

    private static String counted(String type, int count) {
        return count == 1 ? "assert " + type : count + " asserts " + type;
    }
}
