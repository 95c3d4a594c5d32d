package dev.assay.experiment.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.experiment.dataset.DatasetFile.Outcome;
import dev.assay.llm.InputException;
import dev.assay.prompt.PromptVariable;
import dev.assay.prompt.inputs.TypedInputs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetFileTest {
    @TempDir
    Path folder;

    @Test
    void aByteOrderMarkStays() throws IOException {
        DatasetFile file = file("\uFEFFa,b\n1,2\n");
        DatasetDocument document = file.open();
        document.set(0, 0, "x", false);

        assertThat(file.write(document.text())).isInstanceOf(Outcome.Written.class);

        assertThat(Files.readString(file.file())).isEqualTo("\uFEFFa,b\nx,2\n");
    }

    @Test
    void whatAnotherProgramWroteIsNeverOverwritten() throws IOException {
        DatasetFile file = file("a,b\n1,2\n3,4\n5,6\n");
        DatasetDocument document = file.open();
        document.set(0, 0, "mine", false);
        Files.writeString(file.file(), "a,b\n1,2\n3,4\n5,theirs\n");

        Outcome outcome = file.write(document.text());

        assertThat(Files.readString(file.file())).isEqualTo("a,b\n1,2\n3,4\n5,theirs\n");
        DatasetFile theirs = ((Outcome.Changed) outcome).theirs();
        assertThat(file.merge(document.text(), theirs)).contains("a,b\nmine,2\n3,4\n5,theirs\n");
    }

    @Test
    void changesToTheSameRowAreNotMerged() throws IOException {
        DatasetFile file = file("a,b\n1,2\n");
        Files.writeString(file.file(), "a,b\n1,theirs\n");

        assertThat(file.merge("a,b\nmine,2\n", DatasetFile.read(file.file()))).isEmpty();
    }

    @Test
    void aFileThatIsGoneIsNotMadeAgainUnasked() throws IOException {
        DatasetFile file = file("a\n1\n");
        Files.delete(file.file());

        assertThat(file.write("a\n2\n")).isInstanceOf(Outcome.Gone.class);
        assertThat(file.file()).doesNotExist();
    }

    @Test
    void aNewFileReplacesNone() throws IOException {
        DatasetFile file = file("a\n1\n");

        assertThatThrownBy(() -> DatasetFile.create(file.file(), "b\n"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("is there already");
    }

    @Test
    void whatIsNoTextIsToldWithItsPlace() throws IOException {
        Path utf16 = Files.write(folder.resolve("wide.csv"), "a,b\n1,2\n".getBytes(StandardCharsets.UTF_16LE));
        Path latin = Files.write(folder.resolve("old.csv"), "a,b\n1,é\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> DatasetFile.read(utf16))
                .isInstanceOf(InputException.class)
                .hasMessage(utf16 + ":1:2: This is no text: the file is binary, or UTF-16. Save it as UTF-8 and"
                        + " try again");
        assertThatThrownBy(() -> DatasetFile.read(latin)).hasMessageStartingWith(latin + ":2:3: The file is not UTF-8");
    }

    @Test
    void anEmptyFileSaysWhatItNeeds() throws IOException {
        assertThatThrownBy(() -> file("\n \n").open())
                .isInstanceOf(InputException.class)
                .hasMessageEndingWith(":1:1: The dataset is empty: give it a header and at least one case");
    }

    @Test
    void missingColumnsWrongTypesAndRaggedRowsAreToldWithLineAndColumn() throws IOException {
        DatasetDocument document =
                DatasetDocument.parse("x.csv", "age,name,name\n1,\"a\nb\",c\nold,b,c\n1,b\n1,b,c,d\n");
        var check = new DatasetCheck(
                TypedInputs.of(Map.of("properties", Map.of("age", Map.of("type", "integer")))),
                List.of(new PromptVariable("question", "string", null, true, null, true, true)));

        assertThat(check.problems(document, "x.csv", 100))
                .extracting(DatasetProblem::toString)
                .containsExactly(
                        "x.csv:1:10: Two columns are named 'name': rename one of them",
                        "x.csv:1:1: There is no column 'question', which the prompt requires: add it, or give the"
                                + " input a default",
                        "x.csv:4:1: 'age' must be a whole number (integer), not the text 'old'",
                        "x.csv:5:1: This row has 2 values but the header names 3",
                        "x.csv:6:1: This row has 4 values but the header names 3; a value that holds the separator"
                                + " needs quotes");
        assertThat(check.problems(document, "x.csv", 2)).hasSize(2);
    }

    private DatasetFile file(String text) throws IOException {
        return DatasetFile.read(Files.writeString(folder.resolve("cases.csv"), text));
    }
}
