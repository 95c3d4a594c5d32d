package dev.assay.experiment.choice;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import dev.assay.llm.InputException;
import dev.assay.llm.ModelId;
import dev.assay.llm.NearestName;
import dev.assay.llm.StorageException;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Models to begin with for a task, from a table that comes with Assay: made by the tiers of the makers, not measured.
 *
 * @param task what is to be done
 * @param complexity how hard it is
 * @param models the cheapest first
 * @param date when the row was made
 */
public record DefaultModels(String task, Complexity complexity, List<ModelId> models, LocalDate date) {
    /** What is taken where the user names no task. */
    public static final String USUAL_TASK = "question-answering";

    public DefaultModels {
        models = List.copyOf(models);
    }

    /** The table, read once when it is first asked for. */
    private static final class Table {
        private static final List<DefaultModels> ROWS = read();
    }

    /** All rows. */
    public static List<DefaultModels> all() {
        return Table.ROWS;
    }

    /** The tasks of the table. */
    public static List<String> tasks() {
        return all().stream().map(DefaultModels::task).distinct().toList();
    }

    /** The row of a task; throws {@link InputException} naming those that there are. */
    public static DefaultModels of(String task, Complexity complexity) {
        // The other spelling of the one word that has two.
        String spelled = task.equals("summarization") ? "summarisation" : task;
        return all().stream()
                .filter(row -> row.task.equals(spelled) && row.complexity == complexity)
                .findFirst()
                .orElseThrow(() -> new InputException("'" + task + "' is no task of the table: "
                        + NearestName.find(task, tasks())
                                .map(near -> "did you mean " + near + "? ")
                                .orElse("")
                        + "There are " + String.join(", ", tasks())));
    }

    private static List<DefaultModels> read() {
        CsvSchema schema = CsvSchema.emptySchema().withHeader().withComments();
        try (InputStream in = Objects.requireNonNull(DefaultModels.class.getResourceAsStream("defaults.csv"));
                MappingIterator<Map<String, String>> rows = new CsvMapper()
                        .readerForMapOf(String.class)
                        .with(schema)
                        .readValues(in)) {
            return rows.readAll().stream().map(DefaultModels::row).toList();
        } catch (IOException e) {
            throw new StorageException("The table of models that comes with Assay cannot be read", e);
        }
    }

    private static DefaultModels row(Map<String, String> columns) {
        return new DefaultModels(
                column(columns, "task"),
                Complexity.of(column(columns, "complexity")),
                Stream.of(column(columns, "models").split(" "))
                        .map(ModelId::parse)
                        .toList(),
                LocalDate.parse(column(columns, "date")));
    }

    private static String column(Map<String, String> columns, String name) {
        return Objects.requireNonNull(columns.get(name));
    }
}
