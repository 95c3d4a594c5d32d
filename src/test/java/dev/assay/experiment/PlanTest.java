package dev.assay.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.history.CellKey;
import dev.assay.judge.Judge;
import dev.assay.llm.InputException;
import dev.assay.llm.ModelId;
import dev.assay.llm.ModelParameters;
import dev.assay.prompt.PartialSource;
import dev.assay.prompt.PromptRef;
import dev.assay.prompt.PromptTemplate;
import java.util.List;
import java.util.Map;
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
                1,
                false);
        return Plan.of(experiment, provider, new Bench() {
            @Override
            public LoadedPrompt prompt(PromptRef ref) {
                return new LoadedPrompt(
                        PromptTemplate.parse("prompts/p.prompt", source), PartialSource.NONE, null, "blob");
            }

            @Override
            public List<Judge> judges(ModelId judge, List<String> metrics) {
                return List.of();
            }
        });
    }
}
