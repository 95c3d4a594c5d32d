package dev.assay.ui.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.experiment.dataset.DatasetFile;
import dev.assay.ui.fx.Tasks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetsViewModelTest {
    @TempDir
    private Path folder;

    private DatasetsViewModel viewModel;
    private final List<DatasetFile> changed = new ArrayList<>();

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("a.csv"), "question,count\nHow many?,3\n\"Two\nlines\",x\n");
        Files.writeString(folder.resolve("b.jsonl"), "{\"question\":\"Why?\",\"count\":1}\n");
        viewModel = new DatasetsViewModel(new FileBench(folder), new Tasks(Runnable::run, Runnable::run));
        viewModel.load();
    }

    private DatasetEditor editor() {
        return viewModel.editorProperty().get();
    }

    private String text(String name) throws IOException {
        return Files.readString(folder.resolve(name));
    }

    private void set(int row, int column, String text) {
        String name = editor().document().columns().get(column);
        editor().set(
                        row,
                        column,
                        text,
                        ColumnType.of(name, viewModel.checkProperty().get()));
    }

    @Test
    void theFirstDatasetIsOpenAndNothingIsWrongWithItForNoPromptInParticular() {
        assertThat(viewModel.names()).containsExactly("a.csv", "b.jsonl");
        assertThat(viewModel.statusProperty().get()).isEqualTo("2 cases \u00b7 2 columns");
        assertThat(viewModel.problems()).isEmpty();
    }

    @Test
    void aPromptTellsWhichValuesDoNotFit() {
        viewModel.promptProperty().set("ask");

        assertThat(viewModel.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.row()).isEqualTo(1);
            assertThat(problem.column()).isEqualTo(1);
        });

        set(1, 1, "5");

        assertThat(viewModel.problems()).isEmpty();
        assertThat(viewModel.statusProperty().get()).endsWith("not saved");
    }

    @Test
    void savingWritesWhatWasChangedAndLeavesTheRestAsItWas() throws IOException {
        set(0, 1, "4");
        editor().addRow(2);
        set(2, 0, "New, one");

        viewModel.save(changed::add);

        assertThat(text("a.csv")).isEqualTo("question,count\nHow many?,4\n\"Two\nlines\",x\n\"New, one\",\n");
        assertThat(viewModel.statusProperty().get()).isEqualTo("3 cases \u00b7 2 columns");
        assertThat(changed).isEmpty();
    }

    @Test
    void aValueOfJsonStaysOne() throws IOException {
        viewModel.selectedProperty().set("b.jsonl");
        set(0, 1, "2");
        set(0, 0, "What?");

        viewModel.save(changed::add);

        assertThat(text("b.jsonl")).isEqualTo("{\"question\":\"What?\",\"count\":2}\n");
    }

    @Test
    void editsThatAreNotSavedAreThereAgainAfterALookElsewhere() {
        set(0, 0, "Mine");
        viewModel.selectedProperty().set("b.jsonl");
        viewModel.load();
        assertThat(viewModel.unsaved()).containsExactly("a.csv");

        viewModel.selectedProperty().set("a.csv");

        assertThat(editor().document().value(0, 0)).isEqualTo("Mine");
    }

    @Test
    void whatAnotherProgramWroteIsNeverOverwrittenUnasked() throws IOException {
        set(0, 1, "4");
        Files.writeString(folder.resolve("a.csv"), text("a.csv") + "Theirs,9\n");

        viewModel.save(changed::add);

        assertThat(changed).hasSize(1);
        assertThat(text("a.csv")).contains("How many?,3", "Theirs,9");
        assertThat(viewModel.merge(changed.getFirst())).isTrue();
        assertThat(text("a.csv")).contains("How many?,4", "Theirs,9");
        assertThat(editor().isDirty()).isFalse();
    }

    @Test
    void editsOfTheSameRowAreForTheUserToChooseFrom() throws IOException {
        set(0, 1, "4");
        Files.writeString(folder.resolve("a.csv"), text("a.csv").replace("How many?,3", "How many?,7"));
        viewModel.save(changed::add);

        assertThat(viewModel.merge(changed.getFirst())).isFalse();

        viewModel.reload();
        assertThat(editor().document().value(0, 1)).isEqualTo("7");
    }

    @Test
    void aFileThatIsGoneIsWrittenAgainOnlyOnTheUsersWord() throws IOException {
        set(0, 1, "4");
        Files.delete(folder.resolve("a.csv"));

        viewModel.save(changed::add);
        assertThat(changed).containsExactly((DatasetFile) null);
        assertThat(folder.resolve("a.csv")).doesNotExist();

        viewModel.overwrite();
        assertThat(text("a.csv")).contains("How many?,4");
    }

    @Test
    void aBrokenFileSaysWhyAndOthersStillOpen() throws IOException {
        Files.write(folder.resolve("c.csv"), new byte[] {'a', (byte) 0xff, 0});
        viewModel.load();

        viewModel.selectedProperty().set("c.csv");
        assertThat(viewModel.problemProperty().get()).isNotEmpty();
        assertThat(editor()).isNull();

        viewModel.selectedProperty().set("a.csv");
        assertThat(viewModel.problemProperty().get()).isEmpty();
        assertThat(editor().document().size()).isEqualTo(2);
    }

    @Test
    void whatAnotherProgramWroteShowsAtOnceWhereNothingIsEdited() throws IOException {
        Files.writeString(folder.resolve("a.csv"), "question\nFresh\n");

        viewModel.load();

        assertThat(editor().document().value(0, 0)).isEqualTo("Fresh");
    }
}
