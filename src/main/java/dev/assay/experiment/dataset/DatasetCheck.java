package dev.assay.experiment.dataset;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.assay.llm.SourceLocation;
import dev.assay.prompt.PromptVariable;
import dev.assay.prompt.inputs.InputFault;
import dev.assay.prompt.inputs.TypedInputs;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells what is wrong with the rows of a file of cases: names that are missing or used twice, rows of another length,
 * values that do not have the type that a prompt declares.
 *
 * @param types the types of the prompt's inputs; any values fit where there is no prompt
 * @param variables the prompt's inputs; empty where there is none
 */
public record DatasetCheck(TypedInputs types, List<PromptVariable> variables) {
    private static final JsonMapper JSON = new JsonMapper();

    /** A check for no prompt in particular. */
    public static final DatasetCheck PLAIN = new DatasetCheck(TypedInputs.of(Map.of()), List.of());

    public DatasetCheck {
        variables = List.copyOf(variables);
    }

    /**
     * What is wrong, from top to bottom.
     *
     * @param file how messages name it
     * @param most how many are told
     */
    public List<DatasetProblem> problems(DatasetDocument document, String file, int most) {
        List<DatasetProblem> problems = new ArrayList<>(names(document, file));
        for (int row = 0; row < document.size() && problems.size() < most; row++) {
            problems.addAll(row(document, file, row));
        }
        return problems.subList(0, Math.min(most, problems.size()));
    }

    /** What is wrong with the names of the columns. */
    public List<DatasetProblem> names(DatasetDocument document, String file) {
        List<DatasetProblem> problems = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        List<String> names = document.columns();
        List<int[]> places = document.headerPlaces();
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).isEmpty()) {
                problems.add(
                        header(places, file, i, "Column " + (i + 1) + " has no name: name it or take the column out"));
            } else if (!seen.add(names.get(i))) {
                problems.add(
                        header(places, file, i, "Two columns are named '" + names.get(i) + "': rename one of them"));
            }
        }
        for (PromptVariable variable : variables) {
            if (variable.required() && !seen.contains(variable.name())) {
                problems.add(header(
                        places,
                        file,
                        -1,
                        "There is no column '" + variable.name()
                                + "', which the prompt requires: add it, or give the input a default"));
            }
        }
        return problems;
    }

    private static DatasetProblem header(List<int[]> places, String file, int column, String message) {
        int[] place = column >= 0 && column < places.size() ? places.get(column) : new int[] {1, 1};
        return new DatasetProblem(-1, column, new SourceLocation(file, place[0], place[1]), message);
    }

    /** What is wrong with one row. */
    public List<DatasetProblem> row(DatasetDocument document, String file, int row) {
        List<DatasetProblem> problems = new ArrayList<>();
        int length = document.length(row);
        int wanted = document.columns().size();
        if (!document.isJson() && length != wanted) {
            String message = "This row has " + length + (length == 1 ? " value" : " values") + " but the header names "
                    + wanted + (length > wanted ? "; a value that holds the separator needs quotes" : "");
            problems.add(problem(document, file, row, -1, message));
        }
        for (InputFault fault : types.faults(types.read(values(document, row)))) {
            int column = document.columns().indexOf(fault.input());
            problems.add(problem(document, file, row, column, fault.toString()));
        }
        if (document.isJson()) {
            problems.addAll(absent(document, file, row));
        }
        return problems;
    }

    /**
     * Why what is typed stands for no value that an input allows, in one line; empty where it does, and where the prompt
     * has no such input.
     */
    public String fault(String input, String text) {
        Map<String, @Nullable Object> read = types.read(Map.of(input, text));
        List<InputFault> faults = types.faults(read);
        if (faults.isEmpty()) {
            return "";
        }
        boolean broken = read.get(input) instanceof String && text.strip().matches("(?s)[\\[{].*");
        return broken ? brokenJson(text, faults.getFirst()) : faults.getFirst().toString();
    }

    private static String brokenJson(String text, InputFault otherwise) {
        try {
            JSON.readTree(text);
            return otherwise.toString();
        } catch (JsonProcessingException e) {
            return "Broken as JSON at line " + e.getLocation().getLineNr() + ", column "
                    + e.getLocation().getColumnNr() + ": " + e.getOriginalMessage();
        }
    }

    private List<DatasetProblem> absent(DatasetDocument document, String file, int row) {
        List<String> columns = document.columns();
        return variables.stream()
                .filter(PromptVariable::required)
                .filter(one -> columns.contains(one.name()) && document.value(row, columns.indexOf(one.name())) == null)
                .map(one -> problem(
                        document, file, row, columns.indexOf(one.name()), "'" + one.name() + "' is required: add it"))
                .toList();
    }

    private static DatasetProblem problem(DatasetDocument document, String file, int row, int column, String message) {
        int[] place = document.place(row, Math.max(0, column));
        return new DatasetProblem(row, column, new SourceLocation(file, place[0], place[1]), message);
    }

    private static Map<String, @Nullable Object> values(DatasetDocument document, int row) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        List<String> columns = document.columns();
        for (int i = 0; i < columns.size(); i++) {
            String text = document.value(row, i);
            if (text != null) {
                values.put(columns.get(i), document.isJson(row, i) ? json(text) : text);
            }
        }
        return values;
    }

    private static @Nullable Object json(String text) {
        try {
            return JSON.readValue(text, Object.class);
        } catch (JsonProcessingException e) {
            throw new AssertionError("The line was read as JSON before", e);
        }
    }
}
