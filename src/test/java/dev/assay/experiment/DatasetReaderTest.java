package dev.assay.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.llm.InputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatasetReaderTest {
    @TempDir
    Path folder;

    @Test
    void theHeaderNamesTheInputsAndExpectedIsKeptApart() {
        Dataset dataset = csv("question,expected,tone\nWho?,Ada,kind\nWhat?,,plain\n");

        assertThat(dataset.columns()).containsExactly("question", "tone");
        assertThat(dataset.cases())
                .containsExactly(
                        new TestCase(0, Map.of("question", "Who?", "tone", "kind"), "Ada", 2, List.of(), null),
                        new TestCase(1, Map.of("question", "What?", "tone", "plain"), null, 3, List.of(), null));
    }

    @Test
    void cellsMayHoldLinesQuotesAndSeparators() {
        Dataset dataset = csv("text,n\r\n\"first\nsecond, \"\"third\"\"\",1\r\n\r\n  padded ,2\r\n");

        assertThat(dataset.cases())
                .extracting(row -> row.inputs().get("text"))
                .containsExactly("first\nsecond, \"third\"", "  padded ");
    }

    @Test
    void blankLinesAreNoCases() {
        assertThat(csv("\na,b\n\n1,2\n  \n\t\n3,4\n \n\n").cases()).hasSize(2);
        assertThat(read("cases.jsonl", "{\"a\": 1}\r\n \r\n{\"a\": 2}\n\n").cases())
                .hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({";", "'\t'", "','"})
    void theSeparatorIsReadOffTheHeader(String separator) {
        Dataset dataset = csv("\uFEFFa" + separator + "\"b,;\tc\"\n1" + separator + "2\n");

        assertThat(dataset.cases().getFirst().inputs()).isEqualTo(Map.of("a", "1", "b,;\tc", "2"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a,b\\n1,2\\n3\\n|3:1|1 value but the header names 2",
                "a,b\\n\"x\\ny\",2\\n3,4,5\\n|4:1|3 values but the header names 2; a value that holds",
                "a,b,a\\n1,2,3\\n|1:5|Two columns are named 'a'",
                "a,,c\\n1,2,3\\n|1:3|Column 2 has no name",
                "a,b\\n1,\"never closed\\n2,3\\n|2:3|Missing closing quote",
                "a,b\\n1,\"x\"y\\n|2:3|Unexpected character",
                "a,b\\n|1:1|no cases below its header",
            })
    void aBrokenCsvNamesLineAndColumn(String text, String place, String message) {
        assertThatThrownBy(() -> csv(text.replace("\\n", "\n")))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith(folder.resolve("cases.csv") + ":" + place + ": ")
                .hasMessageContaining(message);
    }

    @Test
    void anEmptyFileIsRefused() {
        assertThatThrownBy(() -> csv(" \n")).isInstanceOf(InputException.class).hasMessageContaining("empty");
    }

    @Test
    void aFileThatIsNotUtf8NamesThePlace() throws IOException {
        Path file = folder.resolve("latin.csv");
        Files.write(file, "a,b\nx,caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> DatasetReader.read(file, "latin"))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith(file + ":2:6: ")
                .hasMessageContaining("UTF-8");
    }

    @Test
    void aFileThatIsNotThereIsTheUsersMistake() {
        assertThatThrownBy(() -> DatasetReader.read(folder.resolve("none.csv"), "none"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("none.csv");
    }

    @Test
    void jsonLinesKeepNestedValues() {
        Dataset dataset = read(
                "cases.jsonl",
                "{\"q\": \"Who?\", \"tags\": [\"x\", 1], \"who\": {\"age\": 3}, \"expected\": {\"a\": 1}}\n\n{\"q\": null}");

        assertThat(dataset.columns()).containsExactly("q", "tags", "who");
        TestCase first = dataset.cases().getFirst();
        assertThat(first.inputs()).isEqualTo(Map.of("q", "Who?", "tags", List.of("x", 1), "who", Map.of("age", 3)));
        assertThat(first.expected()).isEqualTo("{\"a\":1}");
        assertThat(dataset.cases().getLast().inputs()).containsEntry("q", null);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"a\": 1}\\n{\"a\": }|2:7",
                "[1]|1:1",
                "{\"a\": 1, \"a\": 2}|1:13",
                "{\"a\": 1} {\"a\": 2}|1:10",
            })
    void aBrokenJsonLineNamesLineAndColumn(String text, String place) {
        assertThatThrownBy(() -> read("cases.jsonl", text.replace("\\n", "\n")))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith(folder.resolve("cases.jsonl") + ":" + place + ": ");
    }

    @Test
    void theHashIsOfTheCasesNotOfTheWayTheyAreWritten() {
        String hash = csv("a,b\n1,2\n").hash();

        assertThat(hash).hasSize(64);
        assertThat(csv("b;\"a\"\r\n2;1").hash()).isEqualTo(hash);
        assertThat(csv("a,b\n1,3\n").hash()).isNotEqualTo(hash);
        assertThat(csv("a,expected\n1,2\n").hash()).isNotEqualTo(hash);
    }

    private Dataset csv(String text) {
        return read("cases.csv", text);
    }

    private Dataset read(String name, String text) {
        try {
            return DatasetReader.read(Files.writeString(folder.resolve(name), text), "cases");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
