package dev.assay.exchange.table;

import dev.assay.exchange.conversion.ColumnMapping;
import dev.assay.exchange.report.Report;
import dev.assay.exchange.source.SafeName;
import dev.assay.experiment.DatasetReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The columns of a table as they are kept.
 *
 * @param targets the name of each column afterwards, or empty where it is left out
 */
public record Columns(List<Optional<String>> targets) {
    public Columns {
        targets = List.copyOf(targets);
    }

    /** Gives every column a name of its own: those without get one, those named twice a number. */
    public static Columns of(List<String> header, ColumnMapping mapping, Report.Builder report) {
        Set<String> used = new LinkedHashSet<>();
        List<Optional<String>> targets = new ArrayList<>();
        for (int i = 0; i < header.size(); i++) {
            String own = header.get(i).strip();
            Optional<String> wanted = mapping.target(i, own.isEmpty() ? "column" + (i + 1) : own);
            Optional<String> target = wanted.map(name -> SafeName.free(name, used::contains));
            target.ifPresent(used::add);
            targets.add(target);
            report(own, i, wanted, target, report);
        }
        return new Columns(targets);
    }

    /** The inputs that no column becomes. */
    static List<String> open(List<String> names, List<String> inputs) {
        return inputs.stream().filter(input -> !names.contains(input)).toList();
    }

    private static void report(
            String own, int column, Optional<String> wanted, Optional<String> target, Report.Builder report) {
        String what = own.isEmpty() ? "column " + (column + 1) + ", which has no name" : "column '" + own + "'";
        if (target.isEmpty()) {
            report.leftOut("line 1", what, "left out as you asked");
        } else if (!target.equals(wanted)) {
            report.needsHand("line 1", what, "became '" + target.get() + "': the name is taken by another column");
        } else if (own.isEmpty()) {
            report.needsHand("line 1", what, "became '" + target.get() + "'");
        } else {
            report.converted("line 1", what, meaning(target.get()));
        }
    }

    private static String meaning(String target) {
        return switch (target) {
            case DatasetReader.EXPECTED -> "the correct answer";
            case DatasetReader.TAGS -> "the tags";
            case DatasetReader.CLUSTER -> "what cases share";
            default -> "input '" + target + "'";
        };
    }

    /** The values of a row by the names of their columns; of columns that are kept and that the row has. */
    public Map<String, Object> named(List<String> row) {
        Map<String, Object> named = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(row.size(), targets.size()); i++) {
            String value = row.get(i);
            targets.get(i).ifPresent(name -> named.put(name, value));
        }
        return named;
    }

    /** The names of the columns that are kept, in order. */
    public List<String> names() {
        return targets.stream().flatMap(Optional::stream).toList();
    }
}
