package dev.assay.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.assay.llm.LlmException;
import dev.assay.llm.ModelId;
import dev.assay.llm.Moderation;
import dev.assay.settings.Dialect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Moderation where a protocol has it. */
class ModerationTest extends QuestionHarness {

    private Moderation moderate(Dialect dialect, String model) {
        return ask(dialect, provider -> provider.moderate(new ModelId("house", model), "Hit him!"));
    }

    @Test
    void everyCategoryIsTold() throws Exception {
        enqueue(200, """
                {"id":"m","model":"omni-moderation-latest","results":[{"flagged":true,
                  "categories":{"violence":true,"self-harm":false},
                  "category_scores":{"violence":0.83,"self-harm":2e-6}}]}""");

        Moderation said = moderate(Dialect.OPENAI, "small");

        assertThat(said.flagged()).isTrue();
        assertThat(said.flagDerived()).isFalse();
        assertThat(said.flaggedCategories()).containsEntry("violence", true).containsEntry("self-harm", false);
        assertThat(said.scores()).containsEntry("violence", 0.83).containsEntry("self-harm", 2e-6);
        assertThat(said.model()).isEqualTo(new ModelId("house", "omni-moderation-latest"));
        assertThat(said.raw().response()).contains("0.83");
        var request = server.takeRequest();
        assertThat(request.getTarget()).isEqualTo("/moderations");
        assertThat(request.getBody().utf8()).isEqualTo("{\"model\":\"omni-moderation-latest\",\"input\":\"Hit him!\"}");
    }

    @Test
    void aVerdictThatIsNotGivenIsReckonedFromTheCategories() throws Exception {
        enqueue(200, "{\"results\":[{\"categories\":{\"pii\":false},\"category_scores\":{\"pii\":0.1}}]}");

        Moderation said = moderate(Dialect.OPENAI, "house-moderation-2");

        assertThat(said.flagged()).isFalse();
        assertThat(said.flagDerived()).isTrue();
        assertThat(server.takeRequest().getBody().utf8()).contains("house-moderation-2");
    }

    @Test
    void anAnswerWithoutCategoriesIsMalformed() {
        enqueue(200, "{\"results\":[]}");
        assertThat(catchThrowableOfType(LlmException.MalformedResponse.class, () -> moderate(Dialect.OPENAI, "small")))
                .hasMessageContaining("no categories");
    }

    @Test
    void aServerWithoutTheEndpointSaysSo() {
        enqueue(404, "{\"detail\":\"Not Found\"}");
        assertThat(catchThrowableOfType(LlmException.Unsupported.class, () -> moderate(Dialect.OPENAI, "small")))
                .hasMessageContaining("offers no moderation");
    }

    @ParameterizedTest
    @EnumSource(names = {"ANTHROPIC", "GEMINI", "OLLAMA", "COHERE"})
    void theOthersHaveNone(Dialect dialect) {
        assertThat(catchThrowableOfType(LlmException.Unsupported.class, () -> moderate(dialect, "small")))
                .hasMessageContaining("offers no moderation");
        assertThat(server.getRequestCount()).isZero();
    }
}
