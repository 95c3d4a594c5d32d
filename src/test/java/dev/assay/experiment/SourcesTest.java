package dev.assay.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.history.RunSource;
import dev.assay.history.RunVariant;
import dev.assay.llm.ModelId;
import dev.assay.llm.ModelParameters;
import dev.assay.prompt.PartialSource;
import dev.assay.prompt.PromptRenderer;
import dev.assay.prompt.PromptTemplate;
import dev.assay.prompt.frontmatter.Definitions;
import dev.assay.prompt.frontmatter.ToolDefinition;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SourcesTest {
    private static final Definitions DEFINITIONS = new Definitions(
            Map.of("Person", Map.of("type", "object"), "Unused", Map.of("type", "string")),
            Map.of("look_up", new ToolDefinition("look_up", "Finds", Map.of("type", "object"), null)));

    @Test
    void aPromptIsReadBackWithWhatItUsed() {
        String text = """
                ---
                model: a/b
                tools: [look_up]
                output:
                  schema: Person
                ---
                {{> tone}} {{q}}""";
        PartialSource partials = name -> Optional.of(PromptTemplate.parse("prompts/_" + name + ".prompt", "Be kind."));
        PromptTemplate template = PromptTemplate.parse("prompts/p.prompt", text, DEFINITIONS);
        var prompt = new LoadedPrompt(template, partials, DEFINITIONS, null, "blob");
        var noted = new Sources.Noted(partials);
        var rendered = new PromptRenderer(noted).render(template, Map.of("q", "Who?"), List.of());

        List<RunSource> kept = Sources.of(1, prompt, noted);
        assertThat(kept)
                .extracting(RunSource::name)
                .containsExactlyInAnyOrder("prompts/p.prompt", "tone", "Person", "look_up");

        var variant = new RunVariant("B", "p", null, "blob", new ModelId("a", "b"), ModelParameters.DEFAULTS);
        LoadedPrompt again = Sources.prompt(1, variant, kept);
        assertThat(new PromptRenderer(again.partials()).render(again.template(), Map.of("q", "Who?"), List.of()))
                .isEqualTo(rendered);
    }
}
