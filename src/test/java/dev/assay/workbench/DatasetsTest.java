package dev.assay.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.llm.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetsTest {
    @TempDir
    Path root;

    @Test
    void namesLackTheEndingUnlessTwoFilesDifferInNothingElse() throws IOException {
        write("datasets/b.csv", "q\n1\n");
        write("datasets/team/a.jsonl", "{\"q\": 1}");
        write("datasets/c.csv", "q\n1\n");
        write("datasets/c.jsonl", "{\"q\": 1}");
        write("datasets/README.md", "not a dataset");

        assertThat(new Datasets(root).names()).containsExactly("b", "c.csv", "c.jsonl", "team/a");
    }

    @Test
    void aDatasetIsFoundByNameByFileAndByPath() throws IOException {
        write("datasets/b.csv", "q\n1\n");
        Path elsewhere = write("other/x.csv", "q\n1\n");
        var datasets = new Datasets(root);

        assertThat(datasets.read("b").name()).isEqualTo("b");
        assertThat(datasets.read("b.csv").name()).isEqualTo("b");
        assertThat(datasets.read("datasets/b.csv").name()).isEqualTo("b");
        assertThat(datasets.read("other/x.csv").cases()).hasSize(1);
        assertThat(datasets.read(elsewhere.toString()).name()).isEqualTo("other/x.csv");
    }

    @Test
    void whatLiesOutsideIsCalledByItsWholePath(@TempDir Path outside) throws IOException {
        Path file = Files.writeString(outside.resolve("x.csv"), "q\n1\n");

        assertThat(new Datasets(root).read(file.toString()).name()).isEqualTo(file.toString());
    }

    @Test
    void aPathThatBeginsWithADotIsNoName() throws IOException {
        write("datasets/cases.csv", "q\nnamed\n");
        write("cases.csv", "q\nbeside\n");
        var datasets = new Datasets(root);

        assertThat(datasets.read("cases.csv").cases().getFirst().inputs()).containsValue("named");
        assertThat(datasets.read("./cases.csv").cases().getFirst().inputs()).containsValue("beside");
        assertThat(datasets.read("./datasets/../cases.csv").name()).isEqualTo("cases.csv");
    }

    @Test
    void anUnknownNameSaysWhatThereIs() throws IOException {
        var datasets = new Datasets(root);
        assertThatThrownBy(() -> datasets.read("tickets"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("'tickets'")
                .hasMessageContaining(root.resolve("datasets").toString());

        write("datasets/support-tickets.csv", "q\n1\n");
        assertThatThrownBy(() -> datasets.read("tickets")).hasMessageContaining("choose one of support-tickets");
    }

    private Path write(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }
}
