package dev.assay.ui.prompts.form;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.prompt.edit.SchemaEntry;
import dev.assay.ui.fx.Tasks;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.junit.jupiter.api.Test;

class FormViewModelTest {
    private static final String PROMPT = """
            ---
            model: openai/gpt-4o # the cheap one
            config:
              temperature: 0.7 # careful
              stopSequences: ["\\n"]
              custom: [1, 2]
            input:
              schema:
                body: string, the text
                plan?(enum): [free, pro]
                who:
                  name: string
              default:
                plan: free
            toolDefs:
              - name: search
                inputSchema:
                  query: string # what
            ---
            Hello {{body}}
            """;

    private final StringProperty text = new SimpleStringProperty(PROMPT);
    private final FormViewModel form =
            new FormViewModel(new PromptText(text, text::set), new Tasks(Runnable::run, Runnable::run));

    @Test
    void theFormShowsWhatTheTextSays() {
        assertThat(shown(form.model())).isEqualTo("openai/gpt-4o");
        assertThat(shown(form.parameter(ParameterKind.TEMPERATURE))).isEqualTo("0.7");
        assertThat(shown(form.parameter(ParameterKind.STOP_SEQUENCES))).isEqualTo("\\n");
        assertThat(form.others()).extracting(FormViewModel.OtherSetting::key).containsExactly("custom");
        assertThat(form.inputs().rows())
                .extracting(row -> row.entryProperty().get().name())
                .containsExactly("body", "plan", "who");
        assertThat(shown(form.inputs().rows().get(1).defaultValue())).isEqualTo("free");
        assertThat(shown(form.toolDefs().getFirst().inputSchema())).isEqualTo("query: string # what");

        text.set(PROMPT.replace("0.7", "0.1"));
        assertThat(shown(form.parameter(ParameterKind.TEMPERATURE))).isEqualTo("0.1");
    }

    @Test
    void anEditChangesItsLineOnlyAndWhatIsHalfTypedStays() {
        FormField temperature = form.parameter(ParameterKind.TEMPERATURE);

        type(temperature, "0.");
        type(temperature, "0.20");
        assertThat(text.get()).isEqualTo(PROMPT.replace("0.7 #", "0.20 #"));
        assertThat(shown(temperature)).isEqualTo("0.20");

        type(temperature, "warm");
        assertThat(temperature.problemProperty().get()).contains("0.5");
        assertThat(text.get()).isEqualTo(PROMPT.replace("0.7 #", "0.20 #"));

        text.set(text.get().replace("Hello", "Hi"));
        assertThat(shown(temperature)).isEqualTo("warm");
        text.set(text.get().replace("0.20", "0.9"));
        assertThat(shown(temperature)).isEqualTo("0.9");
        assertThat(temperature.problemProperty().get()).isEmpty();
    }

    @Test
    void aValueOutOfRangeIsNotWritten() {
        type(form.parameter(ParameterKind.TOP_P), "2");

        assertThat(form.parameter(ParameterKind.TOP_P).problemProperty().get()).contains("at most 1");
        assertThat(text.get()).isEqualTo(PROMPT);
    }

    @Test
    void aSettingThatIsClearedGoes() {
        type(form.parameter(ParameterKind.STOP_SEQUENCES), "");

        assertThat(text.get()).doesNotContain("stopSequences").contains("custom");
    }

    @Test
    void aRenamedInputTakesItsDefaultAlong() {
        SchemaRow plan = form.inputs().rows().get(1);

        type(plan.name(), "tariff");
        assertThat(text.get()).isEqualTo(PROMPT);
        plan.name().commit();

        assertThat(text.get())
                .isEqualTo(PROMPT.replace("plan?(enum)", "tariff?(enum)").replace("plan: free", "tariff: free"));
        assertThat(form.inputs().rows().get(1)).isSameAs(plan);
    }

    @Test
    void inputsAreAddedTypedMovedAndRemoved() {
        form.inputs().add("input");
        SchemaRow added = form.inputs().rows().getLast();
        added.choose("integer");
        added.require(false);
        type(added.defaultValue(), "3");
        form.inputs().move(added, -1);

        assertThat(text.get()).contains("input?: integer\n").contains("    input: 3\n");
        assertThat(form.inputs().rows().get(2)).isSameAs(added);

        type(added.defaultValue(), "three");
        assertThat(added.defaultValue().problemProperty().get()).contains("integer");

        form.inputs().remove(added);
        assertThat(text.get()).isEqualTo(PROMPT);
    }

    @Test
    void nestedFieldsAreLeftToTheText() {
        SchemaEntry who = form.inputs().rows().get(2).entryProperty().get();

        assertThat(who.nested()).isTrue();
        assertThat(form.yaml(List.of("input", "schema", "who"))).isEqualTo("name: string");
        assertThat(form.placeOf(List.of("input", "schema", "who"))).hasValue(PROMPT.indexOf("who:"));
    }

    @Test
    void aToolIsDescribedInYaml() {
        ToolRow tool = form.toolDefs().getFirst();

        type(tool.inputSchema(), "query: [");
        tool.inputSchema().commit();
        assertThat(tool.inputSchema().problemProperty().get()).isNotEmpty();
        type(tool.inputSchema(), "query: string # what\nlimit?: integer");
        tool.inputSchema().commit();

        assertThat(text.get()).isEqualTo(PROMPT.replace("# what\n", "# what\n      limit?: integer\n"));
    }

    @Test
    void brokenYamlIsSaidAndLosesNothing() {
        text.set(PROMPT.replace("config:", "config: ["));

        assertThat(form.problemProperty().get()).contains("YAML");
        assertThat(shown(form.model())).isEqualTo("openai/gpt-4o");
        type(form.model(), "a/b");
        assertThat(text.get()).contains("config: [");
        assertThat(form.model().problemProperty().get()).contains("YAML");
    }

    @Test
    void anotherPromptForgetsWhatWasHalfTyped() {
        type(form.parameter(ParameterKind.TEMPERATURE), "warm");

        form.restart();

        assertThat(shown(form.parameter(ParameterKind.TEMPERATURE))).isEqualTo("0.7");
        assertThat(form.parameter(ParameterKind.TEMPERATURE).problemProperty().get())
                .isEmpty();
    }

    private static void type(FormField field, String typed) {
        field.textProperty().set(typed);
    }

    private static String shown(FormField field) {
        return field.textProperty().get();
    }
}
