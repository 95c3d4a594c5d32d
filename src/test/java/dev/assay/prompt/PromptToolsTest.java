package dev.assay.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.llm.ChatRequest;
import dev.assay.llm.ModelId;
import dev.assay.llm.ModelParameters;
import dev.assay.llm.ReasoningEffort;
import dev.assay.llm.Tool;
import dev.assay.llm.ToolChoice;
import dev.assay.prompt.frontmatter.Definitions;
import dev.assay.prompt.frontmatter.ToolDefinition;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PromptToolsTest {
    private static final String TOOL = """
            toolDefs:
              - name: find_city
                description: Finds a city
                inputSchema: {name: string}
            """;

    @Test
    void toolsAndTheirChoiceArePartOfTheRequest() {
        ChatRequest request = request(TOOL + "config: {toolChoice: find_city}\n");

        Tool tool = request.tools().getFirst();
        assertThat(tool.name()).isEqualTo("find_city");
        assertThat(tool.description()).isEqualTo("Finds a city");
        assertThat(tool.inputSchema()).contains("\"name\"", "\"object\"");
        assertThat(request.toolChoice()).isEqualTo(new ToolChoice.Named("find_city"));
    }

    @Test
    void withoutAChoiceTheModelDecides() {
        assertThat(request(TOOL).toolChoice()).isEqualTo(ToolChoice.AUTO);
        assertThat(request("config: {toolChoice: required}\n").toolChoice()).isEqualTo(new ToolChoice.Required());
        assertThat(request("config: {toolChoice: none}\n").toolChoice()).isEqualTo(new ToolChoice.None());
    }

    @Test
    void penaltiesAndEffortArePartOfTheRequest() {
        ModelParameters parameters = request(
                        "config: {frequencyPenalty: 0.5, presencePenalty: -1, reasoningEffort: high}\n")
                .parameters();

        assertThat(parameters.frequencyPenalty()).isEqualTo(0.5);
        assertThat(parameters.presencePenalty()).isEqualTo(-1.0);
        assertThat(parameters.reasoningEffort()).isEqualTo(ReasoningEffort.HIGH);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "config: {toolChoice: find_town}",
                "config: {reasoningEffort: hard}",
                "config: {frequencyPenalty: 3}",
                "toolDefs: [{name: find city, inputSchema: {name: string}}]"
            })
    void whatNoModelTakesIsAnErrorInItsLine(String settings) {
        PromptTemplate template = PromptTemplate.parse("p.prompt", "---\n" + settings + "\n---\nHi");

        assertThat(template.diagnostics())
                .filteredOn(one -> one.severity() == Severity.ERROR)
                .hasSize(1)
                .first()
                .satisfies(one -> assertThat(one.location().line()).isEqualTo(2));
    }

    @Test
    void aToolThatThePromptDefinesMayBeNamedAmongItsTools() {
        var complete = new Definitions(Map.of(), Map.of(), List.of(), true, Map.of());
        String head = "---\ntools: [find_city, find_ctiy]\n" + TOOL + "---\nHi";
        PromptTemplate template = PromptTemplate.parse("p.prompt", head, complete);

        assertThat(template.frontMatter().tools()).containsExactly("find_ctiy");
        assertThat(template.frontMatter().toolDefs())
                .extracting(ToolDefinition::name)
                .containsExactly("find_city");
        assertThat(template.diagnostics())
                .singleElement()
                .satisfies(one -> assertThat(one.message()).contains("'find_ctiy'", "find_city?"));
    }

    private static ChatRequest request(String settings) {
        PromptTemplate template = PromptTemplate.parse("p.prompt", "---\n" + settings + "---\nHi");
        return new PromptRenderer(PartialSource.NONE)
                .render(template, Map.of(), List.of())
                .toRequest(new ModelId("lab", "m"), ModelParameters.DEFAULTS, false);
    }
}
