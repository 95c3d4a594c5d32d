package dev.assay.experiment.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.experiment.Dataset;
import dev.assay.experiment.DatasetReader;
import dev.assay.llm.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatasetDocumentTest {
    private static final String[] VALUES = {
        "",
        "x",
        "two words",
        " padded ",
        "a,b",
        "a;b",
        "a\tb",
        "say \"so\"",
        "\"",
        "line\nline",
        "line\r\nline",
        "é ü",
        "日本語",
        "😀",
        "007",
        "true",
        "{\"a\": [1, 2]}",
        "\\",
        "'",
        "=1+1"
    };

    @TempDir
    Path folder;

    static IntStream seeds() {
        return IntStream.range(0, 200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatIsReadIsWrittenByteForByte(int seed) throws IOException {
        var random = new Random(seed);
        boolean json = random.nextBoolean();
        String text = json ? randomLines(random) : randomTable(random);
        DatasetDocument document = DatasetDocument.parse(json ? "x.jsonl" : "x.csv", text);

        assertThat(document.text()).isEqualTo(text);
        assertThat(document.isDirty()).isFalse();
        assertSameAsReader(document, json, text);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void editingACellChangesItsRowOnlyAndGivesThatValue(int seed) {
        var random = new Random(seed);
        boolean json = random.nextBoolean();
        String name = json ? "x.jsonl" : "x.csv";
        String text = json ? randomLines(random) : randomTable(random);
        DatasetDocument document = DatasetDocument.parse(name, text);
        int row = random.nextInt(document.size());
        int column = random.nextInt(document.columns().size());
        List<Map<String, String>> before = table(document);
        String value = VALUES[1 + random.nextInt(VALUES.length - 1)];

        document.set(row, column, value, false);

        DatasetDocument again = DatasetDocument.parse(name, document.text());
        List<Map<String, String>> expected = new ArrayList<>(before);
        expected.get(row)
                .put(
                        document.columns().get(column),
                        document.isJson(row, column) ? document.value(row, column) : value);
        assertThat(table(again)).isEqualTo(expected);
        for (int i = 0; i < document.size(); i++) {
            if (i != row) {
                assertThat(again.isJson()).isEqualTo(json);
                assertThat(document.text()).contains(raw(DatasetDocument.parse(name, text), i));
            }
        }
        document.undo();
        assertThat(document.text()).isEqualTo(text);
        assertThat(document.isDirty()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anySequenceOfStepsCanBeTakenBackAndMadeAgain(int seed) {
        var random = new Random(seed);
        boolean json = random.nextBoolean();
        String name = json ? "x.jsonl" : "x.csv";
        String text = json ? randomLines(random) : randomTable(random);
        DatasetDocument document = DatasetDocument.parse(name, text);
        List<String> texts = new ArrayList<>(List.of(text));
        for (int i = 0; i < 12; i++) {
            step(document, random);
            if (!document.text().equals(texts.getLast())) {
                texts.add(document.text());
                assertThat(table(DatasetDocument.parse(name, document.text()))).isEqualTo(table(document));
            }
        }

        while (document.canUndo()) {
            document.undo();
        }
        assertThat(document.text()).isEqualTo(text);
        while (document.canRedo()) {
            document.redo();
        }
        assertThat(document.text()).isEqualTo(texts.getLast());
    }

    private static void step(DatasetDocument document, Random random) {
        int columns = document.columns().size();
        boolean[] json = new boolean[columns + 1];
        int row = random.nextInt(document.size());
        switch (random.nextInt(7)) {
            case 0 -> document.set(row, random.nextInt(columns), "new " + random.nextInt(9), false);
            case 1 -> document.insert(row, List.of(filled(columns, "a,\"b\"\nc"), filled(columns, "d")), json);
            case 2 -> document.duplicate(List.of(row));
            case 3 -> document.move(row, random.nextInt(document.size()));
            case 4 -> {
                document.addColumn(random.nextInt(columns + 1), "added" + random.nextInt(1000000));
                int added = document.columns().size() - 1;
                document.set(row, added, "filled", false);
            }
            case 5 -> document.renameColumn(random.nextInt(columns), "renamed" + random.nextInt(1000000));
            default -> {
                if (document.size() > 1 && document.columns().size() > 1) {
                    document.delete(List.of(row));
                }
            }
        }
    }

    private static List<String> filled(int columns, String value) {
        return IntStream.range(0, columns).mapToObj(i -> value).toList();
    }

    @Test
    void quotesStayAndColumnsMayComeGoAndBeRenamed() {
        DatasetDocument document = DatasetDocument.parse("x.csv", "\"a\";b\r\n\"1\";2\r\n\r\n3;\"4\"\r\n");

        document.set(0, 0, "9", false);
        document.addColumn(1, "n;ew");
        document.renameColumn(2, "c");

        assertThat(document.text()).isEqualTo("\"a\";\"n;ew\";c\r\n\"9\";;2\r\n\r\n3;;\"4\"\r\n");
        document.deleteColumn(0);
        assertThat(document.text()).isEqualTo("\"n;ew\";c\r\n;2\r\n\r\n;\"4\"\r\n");
    }

    @Test
    void fieldsOfJsonLinesKeepWhatTheyAre() {
        DatasetDocument document = DatasetDocument.parse(
                "x.jsonl", "{ \"n\" : 1.50, \"t\": \"x\" }\n{\"t\":\"y\",\"deep\":{\"a\":[1]}}\n");

        document.set(0, 0, "2.50", true);
        document.set(1, 0, "3", true);
        document.set(0, 1, "5", false);
        document.set(1, 2, null, false);

        assertThat(document.columns()).containsExactly("n", "t", "deep");
        assertThat(document.text()).isEqualTo("{ \"n\" : 2.50, \"t\": \"5\" }\n{\"t\":\"y\",\"n\":3}\n");
    }

    @Test
    void aRowThatIsTooShortIsFilledUpOnlyWhereSomethingIsWritten() {
        DatasetDocument document = DatasetDocument.parse("x.csv", "a,b,c\n1\n2,3,4\n");

        assertThat(document.length(0)).isEqualTo(1);
        document.set(0, 2, "x", false);

        assertThat(document.text()).isEqualTo("a,b,c\n1,,x\n2,3,4\n");
    }

    @Test
    void aLastRowWithoutLineEndStaysSo() {
        DatasetDocument document = DatasetDocument.parse("x.csv", "a,b\n1,2");

        document.insert(1, List.of(List.of("3", "4")), new boolean[2]);

        assertThat(document.text()).isEqualTo("a,b\n1,2\n3,4");
        document.delete(List.of(0, 1));
        assertThat(document.text()).isEqualTo("a,b");
    }

    @Test
    void aStepOfSeveralEditsIsTakenBackAtOnce() {
        DatasetDocument document = DatasetDocument.parse("x.csv", "a,b\n1,2\n");
        document.together(() -> {
            document.set(0, 0, "x", false);
            document.set(0, 1, "y", false);
        });

        document.undo();

        assertThat(document.text()).isEqualTo("a,b\n1,2\n");
        assertThat(document.canUndo()).isFalse();
    }

    @Test
    void onlyWhatIsNotSavedIsDirty() {
        DatasetDocument document = DatasetDocument.parse("x.csv", "a\n1\n");
        document.set(0, 0, "2", false);
        document.markSaved();
        assertThat(document.isDirty()).isFalse();

        document.undo();
        assertThat(document.isDirty()).isTrue();
        document.set(0, 0, "3", false);
        assertThat(document.isDirty()).isTrue();
    }

    @Test
    void moreStepsThanAreKeptNeverMakeItLookSaved() {
        DatasetDocument document = DatasetDocument.parse("x.csv", "a\n1\n");
        for (int i = 0; i < 1500; i++) {
            document.set(0, 0, "v" + i, false);
        }
        while (document.canUndo()) {
            document.undo();
        }

        assertThat(document.isDirty()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,b\n1,\"open\n2,3\n", "a,b\n1,\"x\"y\n"})
    void brokenQuotesAreToldWithTheirPlace(String text) {
        assertThatThrownBy(() -> DatasetDocument.parse("x.csv", text))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("x.csv:2:3: ");
    }

    private static String randomTable(Random random) {
        char separator = ",;\t".charAt(random.nextInt(3));
        var format = new CsvFormat(separator);
        String end = random.nextBoolean() ? "\n" : "\r\n";
        int columns = 2 + random.nextInt(3);
        var text = new StringBuilder();
        int rows = 1 + random.nextInt(5);
        for (int row = 0; row <= rows; row++) {
            for (int column = 0; column < columns; column++) {
                String value = row == 0 ? "c" + column : VALUES[random.nextInt(VALUES.length)];
                text.append(column == 0 ? "" : String.valueOf(separator))
                        .append(format.written(value, random.nextInt(4) == 0));
            }
            text.append(row == rows && random.nextBoolean() ? "" : end)
                    .append(row < rows && random.nextInt(4) == 0 ? " " + end : "");
        }
        return text.toString();
    }

    private static String randomLines(Random random) {
        var format = new JsonLinesFormat();
        var text = new StringBuilder();
        int rows = 1 + random.nextInt(5);
        for (int row = 0; row < rows; row++) {
            int columns = 1 + random.nextInt(4);
            List<String> names =
                    IntStream.range(0, columns).mapToObj(i -> "k\"" + i).toList();
            boolean[] json = new boolean[columns];
            Arrays.fill(json, random.nextBoolean());
            List<String> values = IntStream.range(0, columns)
                    .mapToObj(i -> VALUES[random.nextInt(VALUES.length)])
                    .toList();
            text.append(random.nextBoolean() ? " " : "")
                    .append(format.make(names, values, json))
                    .append(row == rows - 1 && random.nextBoolean() ? "" : "\n")
                    .append(row < rows - 1 && random.nextInt(4) == 0 ? "\n" : "");
        }
        return text.toString();
    }

    /** What the rows say; columns that no row has any more are known to the document that is edited only. */
    private static List<Map<String, String>> table(DatasetDocument document) {
        List<Map<String, String>> table = new ArrayList<>();
        for (int row = 0; row < document.size(); row++) {
            Map<String, String> values = new TreeMap<>();
            for (int column = 0; column < document.columns().size(); column++) {
                String value = document.value(row, column);
                if (value != null) {
                    values.put(document.columns().get(column), value);
                }
            }
            table.add(values);
        }
        return table;
    }

    private static String raw(DatasetDocument document, int row) {
        DatasetDocument one = document.copy();
        for (int i = document.size() - 1; i >= 0; i--) {
            if (i != row) {
                one.delete(List.of(i));
            }
        }
        String text = one.text().strip();
        return one.isJson() ? text : text.substring(text.indexOf('\n') + 1);
    }

    /** The reader of datasets and the editor must never disagree about what a file says. */
    private void assertSameAsReader(DatasetDocument document, boolean json, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(json ? "x.jsonl" : "x.csv"), text);
        Dataset dataset = DatasetReader.read(file, "x");
        assertThat(dataset.cases()).hasSize(document.size());
        for (int row = 0; row < document.size(); row++) {
            for (int column = 0; column < document.columns().size(); column++) {
                String value = document.value(row, column);
                Object read =
                        dataset.cases().get(row).inputs().get(document.columns().get(column));
                if (value == null || !document.isJson(row, column)) {
                    assertThat(read).isEqualTo(value);
                }
            }
            assertThat(dataset.cases().get(row).line()).isEqualTo(document.line(row));
        }
    }
}
