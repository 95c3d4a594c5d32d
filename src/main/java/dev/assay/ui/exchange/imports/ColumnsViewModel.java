package dev.assay.ui.exchange.imports;

import dev.assay.exchange.conversion.ColumnMapping;
import dev.assay.exchange.conversion.ImportOptions;
import dev.assay.exchange.source.ImportSource;
import dev.assay.exchange.table.columns.ColumnGuess;
import dev.assay.exchange.table.columns.TablePreview;
import dev.assay.llm.AssayException;
import dev.assay.prompt.PromptRef;
import dev.assay.workbench.Exchange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** What the columns of a table become, guessed for the prompt that the table fits best. */
final class ColumnsViewModel {
    private static final String EXPECTED = "expected";
    private static final int MOST_ROWS = 5;
    private static final int MOST_PROMPTS = 300;
    private static final int LONGEST_VALUE = 60;

    private final Runnable changed;
    private final ObjectProperty<@Nullable String> prompt = new SimpleObjectProperty<>();
    private final ObservableList<String> prompts = FXCollections.observableArrayList();
    private final ObservableList<ColumnRow> rows = FXCollections.observableArrayList();
    private Map<String, List<String>> inputs = Map.of();
    private TablePreview table = TablePreview.NONE;
    private boolean filling;

    /** @param changed is called whenever something else becomes of a column */
    ColumnsViewModel(Runnable changed) {
        this.changed = changed;
        prompt.subscribe(name -> guess());
    }

    /**
     * What is known about a table before anything is chosen.
     *
     * @param inputs the inputs of every prompt that has some
     */
    record Facts(TablePreview table, Map<String, List<String>> inputs) {}

    /** Looks at a table and at the prompts; slow. */
    static Facts look(ImportSource source, Exchange exchange) {
        Map<String, List<String>> inputs = new LinkedHashMap<>();
        for (String name : exchange.prompts().stream().limit(MOST_PROMPTS).toList()) {
            List<String> names = inputsOf(exchange, name);
            if (!names.isEmpty()) {
                inputs.put(name, names);
            }
        }
        return new Facts(TablePreview.of(source, MOST_ROWS), inputs);
    }

    private static List<String> inputsOf(Exchange exchange, String name) {
        try {
            return exchange.inputs(new PromptRef(name, null));
        } catch (AssayException e) {
            // A prompt with errors has no inputs that a table could be matched with.
            return List.of();
        }
    }

    /** Shows a table, for the prompt it fits best. */
    void show(Facts facts) {
        filling = true;
        table = facts.table();
        inputs = facts.inputs();
        prompts.setAll(inputs.keySet());
        prompt.set(prompts.stream()
                .filter(name -> fit(name) > 0)
                .max(Comparator.comparingInt(this::fit))
                .orElse(null));
        filling = false;
        guess();
    }

    private int fit(String name) {
        return ColumnGuess.fit(table.header(), Objects.requireNonNull(inputs.get(name)));
    }

    private void guess() {
        if (filling || table.header().isEmpty()) {
            return;
        }
        ColumnMapping guess = ColumnGuess.of(table.header(), wanted());
        List<ColumnRow> all = new ArrayList<>();
        for (int i = 0; i < table.header().size(); i++) {
            String own = ownName(i);
            String values = String.join(
                    "  ·  ", table.values(i).stream().map(ColumnsViewModel::cut).toList());
            var row = new ColumnRow(i, own, values, guess.target(i, own).orElse(""));
            row.target().subscribe((before, now) -> changed.run());
            all.add(row);
        }
        rows.setAll(all);
        changed.run();
    }

    private String ownName(int index) {
        String own = table.header().get(index).strip();
        return own.isEmpty() ? "column" + (index + 1) : own;
    }

    private static String cut(String value) {
        String line = value.replaceAll("\\s+", " ").strip();
        return line.length() > LONGEST_VALUE ? line.substring(0, LONGEST_VALUE) + "…" : line;
    }

    private List<String> wanted() {
        String name = prompt.get();
        return name == null ? List.of() : inputs.getOrDefault(name, List.of());
    }

    /** What a column may become; the last one leaves it out. */
    List<String> choices(ColumnRow row) {
        Set<String> all = new LinkedHashSet<>(wanted());
        all.add(EXPECTED);
        all.add(row.name());
        all.add("");
        return List.copyOf(all);
    }

    /** The choices as they are now. */
    ImportOptions options() {
        Map<Integer, String> targets = new LinkedHashMap<>();
        rows.forEach(row -> targets.put(row.index(), row.target().get()));
        return new ImportOptions(new ColumnMapping(targets), wanted());
    }

    /** The prompt that the table is for, or null; writable. */
    ObjectProperty<@Nullable String> promptProperty() {
        return prompt;
    }

    /** The prompts that have inputs. */
    ObservableList<String> prompts() {
        return prompts;
    }

    /** The columns; none until a table is shown. */
    ObservableList<ColumnRow> rows() {
        return rows;
    }

    /** Whether a name is an input of the prompt. */
    boolean isInput(String name) {
        return wanted().contains(name);
    }
}
