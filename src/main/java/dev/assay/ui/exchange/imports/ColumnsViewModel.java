package dev.assay.ui.exchange.imports;

import dev.assay.exchange.conversion.ColumnMapping;
import dev.assay.exchange.conversion.ImportOptions;
import dev.assay.exchange.conversion.PromptFields;
import dev.assay.exchange.source.ImportSource;
import dev.assay.exchange.table.columns.ColumnGuess;
import dev.assay.exchange.table.columns.TablePreview;
import dev.assay.experiment.DatasetReader;
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
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** What the columns of a table become, guessed for the prompt that the table fits best. */
final class ColumnsViewModel {
    private static final int MOST_ROWS = 50;
    private static final int MOST_VALUES = 5;
    private static final int MOST_PROMPTS = 300;
    private static final int LONGEST_VALUE = 60;

    private final Runnable changed;
    private final ObjectProperty<@Nullable String> prompt = new SimpleObjectProperty<>();
    private final ObjectProperty<Separator> separator = new SimpleObjectProperty<>(Separator.TOLD);
    private final ReadOnlyBooleanWrapper separated = new ReadOnlyBooleanWrapper(true);
    private final ObservableList<String> prompts = FXCollections.observableArrayList();
    private final ObservableList<ColumnRow> rows = FXCollections.observableArrayList();
    private Map<String, PromptFields> fields = Map.of();
    private TablePreview table = TablePreview.NONE;
    private @Nullable String preferred;
    private boolean filling;

    /**
     * @param changed is called whenever something else becomes of a column
     * @param cut is called when the table is to be read again, its values kept apart by something else
     */
    ColumnsViewModel(Runnable changed, Runnable cut) {
        this.changed = changed;
        prompt.subscribe(name -> guess());
        separator.subscribe((before, now) -> {
            preferred = prompt.get();
            cut.run();
        });
    }

    /**
     * What is known about a table before anything is chosen.
     *
     * @param separated whether a character stands between values
     * @param fields what columns can become, of every prompt that has inputs
     */
    record Facts(TablePreview table, boolean separated, Map<String, PromptFields> fields) {}

    /**
     * Looks at a table and at the prompts; slow.
     *
     * @param separator what stands between values, or null where the source holds lines of JSON
     */
    static Facts look(ImportSource source, @Nullable Separator separator, Exchange exchange) {
        Map<String, PromptFields> fields = new LinkedHashMap<>();
        for (String name : exchange.prompts().stream().limit(MOST_PROMPTS).toList()) {
            PromptFields found = fieldsOf(exchange, name);
            if (!found.names().isEmpty()) {
                fields.put(name, found);
            }
        }
        return new Facts(
                separator == null
                        ? TablePreview.ofLines(source, MOST_ROWS)
                        : TablePreview.of(source, separator.character(), MOST_ROWS),
                separator != null,
                fields);
    }

    private static PromptFields fieldsOf(Exchange exchange, String name) {
        try {
            return exchange.fields(new PromptRef(name, null));
        } catch (AssayException e) {
            // A prompt with errors has no inputs that a table could be matched with.
            return PromptFields.NONE;
        }
    }

    /** The prompt that tables are for, where it has inputs; else the one that a table fits best. */
    void prefer(@Nullable String name) {
        preferred = name;
    }

    /** Shows a table, for the prompt that is preferred or that it fits best. */
    void show(Facts facts) {
        filling = true;
        table = facts.table();
        fields = facts.fields();
        separated.set(facts.separated());
        prompts.setAll(fields.keySet());
        prompt.set(
                fields.containsKey(preferred)
                        ? preferred
                        : prompts.stream()
                                .filter(name -> fit(name) > 0)
                                .max(Comparator.comparingInt(this::fit))
                                .orElse(null));
        filling = false;
        guess();
    }

    private int fit(String name) {
        return ColumnGuess.fit(
                table.header(), Objects.requireNonNull(fields.get(name)).names());
    }

    private void guess() {
        if (filling || table.header().isEmpty()) {
            return;
        }
        ColumnMapping guess = ColumnGuess.of(table.header(), wanted().names());
        List<ColumnRow> all = new ArrayList<>();
        for (int i = 0; i < table.header().size(); i++) {
            String own = ownName(i);
            String values = table.values(i).stream()
                    .limit(MOST_VALUES)
                    .map(ColumnsViewModel::cut)
                    .collect(Collectors.joining("  ·  "));
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
        String start = value.length() > 4 * LONGEST_VALUE ? value.substring(0, 4 * LONGEST_VALUE) : value;
        String line = start.replaceAll("\\s+", " ").strip();
        return line.length() > LONGEST_VALUE ? line.substring(0, LONGEST_VALUE) + "…" : line;
    }

    private PromptFields wanted() {
        String name = prompt.get();
        return name == null ? PromptFields.NONE : fields.getOrDefault(name, PromptFields.NONE);
    }

    /** What a column may become; the last one leaves it out. */
    List<String> choices(ColumnRow row) {
        Set<String> all = new LinkedHashSet<>(wanted().names());
        all.addAll(List.of(DatasetReader.EXPECTED, DatasetReader.TAGS, DatasetReader.CLUSTER, row.name(), ""));
        return List.copyOf(all);
    }

    /** The choices as they are now. */
    ImportOptions options() {
        Map<Integer, String> targets = new LinkedHashMap<>();
        rows.forEach(row -> targets.put(row.index(), row.target().get()));
        return wanted().options(new ColumnMapping(targets), separator.get().character());
    }

    /** How the table begins. */
    TablePreview table() {
        return table;
    }

    /** The prompt that the table is for, or null; writable. */
    ObjectProperty<@Nullable String> promptProperty() {
        return prompt;
    }

    /** What stands between the values of a table; writable. */
    ObjectProperty<Separator> separatorProperty() {
        return separator;
    }

    /** Whether a character stands between values. */
    ReadOnlyBooleanProperty separatedProperty() {
        return separated.getReadOnlyProperty();
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
        return wanted().names().contains(name);
    }
}
