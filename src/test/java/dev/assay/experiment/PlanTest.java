package dev.assay.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.history.CellKey;
import dev.assay.history.RunSettings;
import dev.assay.judge.Judge;
import dev.assay.judge.Metric;
import dev.assay.llm.InputException;
import dev.assay.llm.ModelId;
import dev.assay.llm.ModelParameters;
import dev.assay.prompt.PartialSource;
import dev.assay.prompt.PromptRef;
import dev.assay.prompt.PromptTemplate;
import dev.assay.prompt.frontmatter.Definitions;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PlanTest {
    private static final String HEAD = "---\ninput:\n  schema:\n    q: string\n---\n";
    private final ScriptedProvider provider = new ScriptedProvider(request -> "x");

    @Test
    void everyCellIsRenderedInTheOrderOfDispatch() {
        Plan plan = plan(HEAD + "Answer {{q}}", Map.of("q", "one"), Map.of("q", "two"));

        assertThat(plan.cells())
                .extracting(Plan.PlannedCell::key)
                .containsExactly(
                        new CellKey(0, 0, 0), new CellKey(1, 0, 0), new CellKey(0, 1, 0), new CellKey(1, 1, 0));
        assertThat(plan.cells().getLast().request().messages().getLast().text()).isEqualTo("Answer two");
        assertThat(plan.variants().getFirst().blobId()).isEqualTo("blob");
        assertThat(plan.variants().getLast().label()).isEqualTo("B");
    }

    @Test
    void aMissingInputNamesThePlaceTheVariableAndTheCaseBeforeAnyCall() {
        assertThatThrownBy(() -> plan(HEAD + "Answer {{q}}", Map.of("q", "one"), Map.of("question", "two")))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("prompts/p.prompt:")
                .hasMessageContaining("q")
                .hasMessageEndingWith("(case 2 of dataset d, which gives question)")
                .hasMessageNotContaining("prompts/p.prompt:1:1: prompts/p.prompt");
        assertThat(provider.asked).isEmpty();
    }

    @Test
    void allCasesAreCheckedAndTheFirstFewFaultsAreToldTogether() {
        assertThatThrownBy(() -> plan(
                        "---\ninput:\n  schema:\n    n: integer\n    items?(array):\n      name: string\n---\nRate {{n}}",
                        Map.of("n", "12"),
                        Map.of("n", "many"),
                        Map.of("n", 1.5),
                        Map.of("n", "many"),
                        Map.of("n", 3, "items", "[{\"name\": \"a\"}, {\"name\": 5}]"),
                        Map.of("n", "007")))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith(
                        "prompts/p.prompt:4:5: the input 'n' must be a whole number (integer), not the text 'many'"
                                + " (cases 2, 4 of dataset d, which gives n); the input 'n' must be a whole number (integer),"
                                + " not the number 1.5 (case 3 of dataset d, which gives n); prompts/p.prompt:5:5: the input"
                                + " 'items[1].name' must be text (string), not the number 5 (case 5 of dataset d")
                .hasMessageEndingWith("); and 1 more");
        assertThat(provider.asked).isEmpty();
    }

    @Test
    void textOfADatasetIsReadAsTheDeclaredType() {
        String source = "---\ninput:\n  schema:\n    n: integer\n    on: boolean\n    tags(array): string\n---\n"
                + "{{#if on}}{{#each tags}}{{this}}{{/each}}{{/if}}{{#ifEquals n 7}}!{{/ifEquals}}.";
        Plan plan = plan(source, Map.of("n", "7", "on", "TRUE", "tags", "[\"a\", \"b\"]"));
        assertThat(plan.cells().getFirst().request().messages().getFirst().text())
                .isEqualTo("ab!.");
    }

    @Test
    void aBrokenPromptIsRefusedWithItsPlace() {
        assertThatThrownBy(() -> plan("Answer {{#if q}}", Map.of("q", "one")))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("prompts/p.prompt:1:");
    }

    @Test
    void aPromptThatRendersToNothingIsRefused() {
        assertThatThrownBy(() -> plan("{{q}}", Map.of("q", "")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("case 1 of dataset d");
    }

    @SafeVarargs
    private Plan plan(String source, Map<String, Object>... cases) {
        var testCases = java.util.stream.IntStream.range(0, cases.length)
                .mapToObj(i -> new TestCase(i, cases[i], null))
                .toList();
        var model = ModelId.parse("offline/brief");
        var variant = new Variant(new PromptRef("p", null), model, ModelParameters.DEFAULTS);
        var experiment = new Experiment(
                "t",
                List.of(variant, variant),
                new Dataset("d", List.of("q"), testCases, "hash"),
                List.of(),
                null,
                1,
                new RunSettings(1, false, true, null, null));
        return Plan.of(experiment, provider::requireModel, new Bench() {
            @Override
            public LoadedPrompt prompt(PromptRef ref) {
                return new LoadedPrompt(
                        PromptTemplate.parse("prompts/p.prompt", source),
                        PartialSource.NONE,
                        Definitions.NONE,
                        null,
                        "blob");
            }

            @Override
            public List<Judge> judges(@Nullable ModelId judge, List<Metric> metrics) {
                return List.of();
            }
        });
    }
}
