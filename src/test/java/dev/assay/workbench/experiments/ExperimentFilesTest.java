package dev.assay.workbench.experiments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.experiment.Variant;
import dev.assay.history.RunSettings;
import dev.assay.judge.catalog.MetricText;
import dev.assay.judge.catalog.NamedMetrics;
import dev.assay.llm.InputException;
import dev.assay.llm.ModelId;
import dev.assay.llm.ModelParameters;
import dev.assay.prompt.PromptRef;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExperimentFilesTest {
    private static final ModelId MODEL = ModelId.parse("openai/gpt-4.1-mini");

    @TempDir
    private Path root;

    @Test
    void whatIsSavedIsReadAgain() {
        var saved = new SavedExperiment(
                "Notes: short or long?",
                List.of(
                        new Variant(new PromptRef("meeting/notes", null), MODEL, ModelParameters.DEFAULTS),
                        new Variant(
                                new PromptRef("meeting/notes.detailed", "HEAD~1"),
                                MODEL,
                                new ModelParameters(0.2, null, null, 300, null, List.of(), null))),
                "meetings",
                "source",
                List.of(
                        MetricText.parse("relevance"),
                        MetricText.parse("contains:Dear Sir, dear Madam"),
                        MetricText.parse("latency<=2s")),
                MODEL,
                3,
                new RunSettings(8, false, true, 0.97, new BigDecimal("0.50"), "relevance"));
        var files = new ExperimentFiles(root);

        Path file = files.write("notes", saved);

        assertThat(ExperimentFiles.read(file, NamedMetrics.NONE)).isEqualTo(saved);
        assertThat(files.names()).containsExactly("notes");
    }

    @Test
    void whatIsLeftOutIsAsUsual() throws IOException {
        Path file = root.resolve("small.yaml");
        Files.writeString(file, "variants:\n  - {prompt: tell, model: offline/brief}\ndataset: topics.csv\n");

        SavedExperiment read = ExperimentFiles.read(file, NamedMetrics.NONE);

        assertThat(read.title()).isEqualTo("small");
        assertThat(read.metrics()).isEmpty();
        assertThat(read.repeats()).isEqualTo(1);
        assertThat(read.settings()).isEqualTo(new RunSettings(4, true, true, null, null));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    dataset: d                                                        | needs variants
                    variants: []                                                      | one or more
                    variants: [{prompt: p}]                                           | needs model
                    variants: [{prompt: p, model: brief}]                             | brief
                    variants: [{prompt: p, model: offline/brief, temperature: warm}]  | temperature must be a number
                    variants: [{prompt: p, model: offline/brief}]                     | needs dataset
                    variants: [{prompt: p, model: offline/brief}], repeat: 2          | unknown setting repeat
                    variants: [{prompt: p, model: offline/brief}], metrics: [wow]     | wow
                    variants: [{prompt: p, model: offline/brief}], metrics: [relevance] | need a judge
                    """)
    void aMistakeIsToldWithItsPlace(String text, String problem) throws IOException {
        Path file = root.resolve("bad.yaml");
        Files.writeString(file, "{" + text + "}\n");

        assertThatThrownBy(() -> ExperimentFiles.read(file, NamedMetrics.NONE))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("bad.yaml:1:")
                .hasMessageContaining(problem);
    }

    @Test
    void aLinkOutOfTheWorkspaceIsNotWrittenThrough(@TempDir Path elsewhere) throws IOException {
        Files.createSymbolicLink(root.resolve(ExperimentFiles.FOLDER), elsewhere);
        var saved = new SavedExperiment(
                "t",
                List.of(new Variant(new PromptRef("p", null), MODEL, ModelParameters.DEFAULTS)),
                "d",
                null,
                List.of(),
                null,
                1,
                new RunSettings(4, true, true, null, null));

        assertThatThrownBy(() -> new ExperimentFiles(root).write("x", saved))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("is a link");
        assertThatThrownBy(() -> new ExperimentFiles(root).write("../x", saved)).isInstanceOf(InputException.class);
        assertThat(elsewhere).isEmptyDirectory();
    }
}
