package dev.assay.workbench.judges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.judge.Metric;
import dev.assay.judge.catalog.Judges;
import dev.assay.judge.catalog.MetricFields;
import dev.assay.judge.catalog.MetricText;
import dev.assay.judge.rubric.Rubric;
import dev.assay.judge.rubric.RubricTypes;
import dev.assay.judge.rubric.Sight;
import dev.assay.llm.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JudgeFilesTest {
    private static final String TONE = """
            name: tone
            description: How courteous the answer is.
            ignore: length
            scale: 0-4
            anchors:
              0: Rude.
              2: Neutral.
              4: Warm.
            sees: [answer, context]
            needs: [context]
            context: letter
            pass: 3
            model: openai/gpt-4.1
            samples: 2
            """;
    private static final String SHORT = "description: d\nanchors: {1: a, 5: b}\n";

    @TempDir
    private Path root;

    @Test
    void aJudgeIsAMetricByItsName() throws IOException {
        write("tone", TONE);

        Metric metric = MetricText.parse("tone", files());

        assertThat(files().names()).containsExactly("tone");
        assertThat(metric.name()).isEqualTo("tone");
        assertThat(metric.threshold()).isEqualTo(0.75);
        assertThat(Judges.needsModel(metric)).isFalse();
        assertThat(Judges.whoJudges(metric, null)).contains("openai/gpt-4.1, 2 times");
        Rubric rubric = RubricTypes.of(metric).orElseThrow();
        assertThat(rubric.definition()).isEqualTo("How courteous the answer is.");
        assertThat(rubric.ignore()).startsWith("length, ").contains("speaks to the judge");
        assertThat(rubric.scale()).hasToString("0 to 4");
        assertThat(rubric.anchors()).hasSize(3).containsEntry(2, "Neutral.");
        assertThat(rubric.sees()).containsExactly(Sight.CONTEXT);
    }

    @Test
    void theVersionIsTheContentAsGitNamesIt() throws IOException {
        write("tone", "hello\n");
        write("voice", SHORT);

        assertThat(files().read(files().file("voice")).metric().settings())
                .containsEntry("version", files().read(files().file("voice")).version());
        String before = files().read(files().file("voice")).version();
        write("voice", SHORT + "# a word\n");
        assertThat(files().read(files().file("voice")).version())
                .matches("[0-9a-f]{12}")
                .isNotEqualTo(before);
    }

    @Test
    void whatIsSaidBesideTheNameGoesBeforeTheFile() throws IOException {
        write("tone", TONE);

        assertThat(MetricText.parse("tone>=0.5", files()).threshold()).isEqualTo(0.5);
        Metric other = MetricText.parse("{\"type\": \"tone\", \"name\": \"t\", \"judges\": \"a/b\"}", files());
        assertThat(other.name()).isEqualTo("t");
        assertThat(Judges.whoJudges(other, null)).contains("a/b, 2 times");
        assertThat(MetricText.parseList("relevance,tone", files())).hasSize(2);
    }

    @Test
    void aMetricIsWrittenByItsNameWhileTheFileIsTheSame() throws IOException {
        write("tone", TONE);
        Metric metric = MetricText.parse("tone", files());

        assertThat(MetricText.of(metric, files())).isEqualTo("tone");
        write("tone", TONE.replace("Warm", "Hearty"));
        String whole = MetricText.of(metric, files());
        assertThat(whole).startsWith("{").contains("Warm");
        assertThat(MetricText.parse(whole, files())).isEqualTo(metric);
        assertThat(MetricFields.read(MetricFields.of(metric))).isEqualTo(metric);
    }

    @Test
    void everyMistakeIsToldWithItsPlace() throws IOException {
        write("tone", """
                name: voice
                scale: 5-1
                anchors:
                  1: Rude.
                  seven: Kind.
                sees: [everything]
                needs: [context]
                pass: 9
                samples: 50
                model: gpt
                colour: red
                """);

        JudgeFile file = files().read(files().file("tone"));

        assertThat(file.problems())
                .extracting(problem -> String.valueOf(problem.getMessage()))
                .satisfiesExactly(
                        told -> assertThat(told).startsWith("tone.yaml:1:1: the judge needs description"),
                        told -> assertThat(told).startsWith("tone.yaml:1:7: the judge is called voice"),
                        told -> assertThat(told).startsWith("tone.yaml:2:8: the scale is '5-1'"),
                        told -> assertThat(told)
                                .startsWith("tone.yaml:4:3: anchors must say")
                                .contains("none for 5"),
                        told -> assertThat(told).startsWith("tone.yaml:5:10: 'seven' is no figure"),
                        told -> assertThat(told).startsWith("tone.yaml:6:7: a judge cannot be shown 'everything'"),
                        told -> assertThat(told).startsWith("tone.yaml:7:8: needs names what the judge does not see"),
                        told -> assertThat(told).startsWith("tone.yaml:8:7: an answer passes at '9'"),
                        told -> assertThat(told).startsWith("tone.yaml:9:10: samples must be from 1 to 20"),
                        told -> assertThat(told).startsWith("tone.yaml:10:8: "),
                        told -> assertThat(told).startsWith("tone.yaml:11:9: a judge has no 'colour'"));
        assertThatThrownBy(() -> MetricText.parse("tone", files()))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("the judge needs description");
    }

    @Test
    void whatIsNoYamlOrEmptyIsToldToo() throws IOException {
        write("broken", "description: [\n");
        write("empty", "# nothing\n");
        write("list", "- 1\n");
        write("relevance", SHORT);

        assertThat(problem("broken")).startsWith("broken.yaml:2:1: this is not YAML");
        assertThat(problem("empty")).contains("is empty");
        assertThat(problem("list")).startsWith("list.yaml:1:1: the file must be a mapping");
        assertThat(problem("relevance")).contains("there is a metric relevance already");
        assertThatThrownBy(() -> files().read(root.resolve("none.yaml"))).hasMessageContaining("There is no file");
    }

    @Test
    void anUnknownNameNamesTheJudgesToo() throws IOException {
        write("tone", TONE);

        assertThatThrownBy(() -> MetricText.parse("tune", files()))
                .hasMessageContaining("no metric 'tune'")
                .hasMessageContaining("tone, relevance");
    }

    private String problem(String name) {
        List<InputException> problems = files().read(files().file(name)).problems();
        return String.valueOf(problems.getFirst().getMessage());
    }

    private JudgeFiles files() {
        return new JudgeFiles(root);
    }

    private void write(String name, String text) throws IOException {
        Files.createDirectories(root.resolve("judges"));
        Files.writeString(root.resolve("judges/" + name + ".yaml"), text);
    }
}
