package dev.assay.ui.prompts.inputs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.experiment.Dataset;
import dev.assay.experiment.TestCase;
import dev.assay.prompt.PromptTemplate;
import dev.assay.prompt.PromptVariable;
import dev.assay.prompt.inputs.TypedInputs;
import dev.assay.ui.fx.Tasks;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InputsViewModelTest {
    private static final TypedInputs UNTYPED = TypedInputs.of(Map.of());

    private static final Dataset DATASET = new Dataset(
            "tickets",
            List.of("subject", "tags"),
            List.of(
                    new TestCase(0, Map.of("subject", "first", "tags", List.of("a", "b")), null),
                    new TestCase(1, Map.of("subject", "second"), null)),
            "");

    private Dataset onDisk = DATASET;
    private final InputsViewModel inputs =
            new InputsViewModel(() -> List.of("tickets"), name -> onDisk, new Tasks(Runnable::run, Runnable::run));

    @BeforeEach
    void show() {
        inputs.show(List.of(variable("subject", "string", true), variable("tags", "array", false)), UNTYPED);
    }

    @Test
    void anEmptyFieldGivesNoValue() {
        assertThat(inputs.values()).isEmpty();
        assertThat(inputs.missing()).containsExactly("subject");
    }

    @Test
    void choosingADatasetFillsTheFormFromItsFirstCase() {
        inputs.datasetProperty().set("tickets");

        assertThat(inputs.values()).isEqualTo(Map.of("subject", "first", "tags", List.of("a", "b")));
        assertThat(field("tags").textProperty().get()).isEqualTo("[\"a\",\"b\"]");
    }

    @Test
    void anotherCaseReplacesAllValues() {
        inputs.datasetProperty().set("tickets");

        inputs.caseProperty().set(inputs.cases().get(1));

        assertThat(inputs.values()).isEqualTo(Map.of("subject", "second"));
    }

    @Test
    void theValuesOfAnEarlierCallWaitUntilTheirPromptIsOpen() {
        inputs.give("other.prompt", Map.of("subject", "as it was"));
        assertThat(inputs.values()).isEmpty();

        inputs.open("other.prompt");
        inputs.show(List.of(variable("subject", "string", true)), UNTYPED);

        assertThat(inputs.values()).isEqualTo(Map.of("subject", "as it was"));
        inputs.give("other.prompt", Map.of("subject", "of another call"));
        assertThat(inputs.values()).isEqualTo(Map.of("subject", "of another call"));
    }

    @Test
    void textOfACaseIsReadAsTheDeclaredType() {
        PromptTemplate template = PromptTemplate.parse(
                "p.prompt", "---\ninput:\n  schema:\n    days?: integer\n    rain?: boolean\n---\n{{days}}{{rain}}");
        onDisk = new Dataset(
                "forecasts",
                List.of("days", "rain"),
                List.of(
                        new TestCase(0, Map.of("days", "3", "rain", ""), null),
                        new TestCase(1, Map.of("days", "few", "rain", "TRUE"), null)),
                "");
        inputs.show(template.variables(), template.inputs());
        inputs.datasetProperty().set("tickets");

        assertThat(inputs.values()).isEqualTo(Map.of("days", 3L));
        assertThat(inputs.refused()).isEmpty();

        inputs.page(1);

        assertThat(inputs.values()).isEqualTo(Map.of("rain", true));
        assertThat(inputs.refused()).containsExactly("days");
    }

    @Test
    void casesArePagedThrough() {
        inputs.datasetProperty().set("tickets");
        assertThat(inputs.position()).isEqualTo(1);

        inputs.page(-1);
        inputs.page(1);
        inputs.page(1);

        assertThat(inputs.position()).isEqualTo(2);
        assertThat(inputs.values()).isEqualTo(Map.of("subject", "second"));
    }

    @Test
    void aDatasetThatAnotherProgramChangedIsReadAgainAtTheSameCase() {
        inputs.datasetProperty().set("tickets");
        inputs.page(1);
        field("subject").textProperty().set("typed");
        inputs.refresh();
        assertThat(inputs.values()).isEqualTo(Map.of("subject", "typed"));

        TestCase first = DATASET.cases().getFirst();
        onDisk = new Dataset(
                "tickets",
                DATASET.columns(),
                List.of(first, new TestCase(1, Map.of("subject", "other"), null), new TestCase(2, Map.of(), null)),
                "");
        inputs.refresh();
        assertThat(inputs.position()).isEqualTo(2);
        assertThat(inputs.values()).isEqualTo(Map.of("subject", "other"));
        onDisk = new Dataset("tickets", DATASET.columns(), List.of(first), "");
        inputs.refresh();
        assertThat(inputs.position()).isEqualTo(1);
    }

    @Test
    void whatWasTypedComesBackWithItsPrompt() {
        inputs.open("one");
        inputs.show(List.of(variable("subject", "string", true)), UNTYPED);
        field("subject").textProperty().set("typed");

        inputs.open("other");
        inputs.show(List.of(variable("subject", "string", true)), UNTYPED);
        assertThat(inputs.values()).isEmpty();

        inputs.open("one");
        inputs.show(List.of(variable("subject", "string", true)), UNTYPED);
        assertThat(inputs.values()).isEqualTo(Map.of("subject", "typed"));
    }

    @Test
    void valuesOfVariablesThatStayAreKept() {
        field("subject").textProperty().set("typed");

        inputs.show(List.of(variable("new", null, false), variable("subject", "string", true)), UNTYPED);

        assertThat(inputs.values()).isEqualTo(Map.of("subject", "typed"));
    }

    @Test
    void aTypedValueHasTheDeclaredType() {
        inputs.show(
                List.of(
                        variable("count", "integer", false),
                        variable("loud", "boolean", false),
                        variable("text", "string", false),
                        variable("free", null, false)),
                UNTYPED);
        inputs.fields().forEach(field -> field.textProperty().set("7"));
        field("loud").textProperty().set("true");

        assertThat(inputs.values()).isEqualTo(Map.of("count", 7L, "loud", true, "text", "7", "free", "7"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "integer | many",
                "integer | 1.5",
                "number | 1,5",
                "boolean | yes",
                "array | {}",
                "array | [1",
                "object | []",
                "object | {} x"
            })
    void whatDoesNotFitTheTypeIsNoValueAndSaysWhy(String type, String written) {
        inputs.show(List.of(variable("value", type, true)), UNTYPED);
        field("value").textProperty().set(written);

        assertThat(inputs.values()).isEmpty();
        assertThat(inputs.missing()).isEmpty();
        assertThat(inputs.refused()).containsExactly("value");
        assertThat(field("value").problemProperty().get()).startsWith("Not");
    }

    @Test
    void aMendedValueIsNoProblemAnyMore() {
        inputs.show(List.of(variable("count", "integer", true)), UNTYPED);
        field("count").textProperty().set("4x");
        field("count").textProperty().set("42");

        assertThat(inputs.refused()).isEmpty();
        assertThat(inputs.values()).isEqualTo(Map.of("count", 42L));
    }

    @Test
    void structuredValuesAreReadAsJson() {
        inputs.show(List.of(variable("tags", "array", true), variable("who", "object", true)), UNTYPED);
        field("tags").textProperty().set("[\"a\", 2]");
        field("who").textProperty().set("{\"name\": \"Ada\"}");

        assertThat(inputs.values()).isEqualTo(Map.of("tags", List.of("a", 2), "who", Map.of("name", "Ada")));
    }

    @Test
    void textsOfAListStandOneALine() {
        inputs.show(List.of(variable("tags", "array", true)), UNTYPED);
        field("tags").textProperty().set("first one\nsecond [2]\n");

        assertThat(inputs.values()).isEqualTo(Map.of("tags", List.of("first one", "second [2]")));
    }

    @Test
    void anInnerFieldOfTheWrongTypeIsNamedAtItsVariable() {
        var types = typed("object", Map.of("properties", Map.of("age", Map.of("type", "integer"))));
        inputs.show(List.of(variable("value", "object", true)), types);
        field("value").textProperty().set("{\"age\": \"ten\"}");

        assertThat(inputs.refused()).containsExactly("value");
        assertThat(inputs.values()).isEmpty();
        assertThat(field("value").problemProperty().get())
                .isEqualTo("value.age must be a whole number (integer), not the text 'ten'");
    }

    @Test
    void aChangedTypeOfAnElementIsCheckedAtOnce() {
        List<PromptVariable> variables = List.of(variable("value", "array", true));
        inputs.show(variables, typed("array", Map.of("items", Map.of("type", "string"))));
        field("value").textProperty().set("[\"a\"]");
        assertThat(inputs.refused()).isEmpty();

        inputs.show(variables, typed("array", Map.of("items", Map.of("type", "number"))));

        assertThat(inputs.refused()).containsExactly("value");
    }

    private static TypedInputs typed(String type, Map<String, Object> more) {
        var schema = new HashMap<String, Object>(more);
        schema.put("type", type);
        return TypedInputs.of(Map.of("properties", Map.of("value", schema)));
    }

    @Test
    void anEnumOffersItsValuesAndKeepsTheirTypes() {
        inputs.show(
                List.of(new PromptVariable("plan", "enum", null, false, null, true, true, List.of("free", "team", 3L))),
                UNTYPED);

        assertThat(field("plan").choices()).containsExactly("free", "team", "3");
        field("plan").textProperty().set("3");
        assertThat(inputs.values()).isEqualTo(Map.of("plan", 3L));
        field("plan").textProperty().set("other");
        assertThat(inputs.refused()).containsExactly("plan");
    }

    private InputField field(String name) {
        return inputs.fields().stream()
                .filter(field -> field.variable().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static PromptVariable variable(String name, String type, boolean required) {
        return new PromptVariable(name, type, null, required, null, true, true);
    }
}
