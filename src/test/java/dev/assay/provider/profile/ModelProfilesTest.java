package dev.assay.provider.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.llm.Adjustment;
import dev.assay.llm.ChatRequest;
import dev.assay.llm.InputException;
import dev.assay.llm.Message;
import dev.assay.llm.ModelId;
import dev.assay.llm.ModelParameters;
import dev.assay.llm.ReasoningEffort;
import dev.assay.llm.ResponseFormat;
import dev.assay.llm.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelProfilesTest {
    @TempDir
    Path folder;

    private static ChatRequest request(@Nullable Double temperature, @Nullable ReasoningEffort effort) {
        var parameters = new ModelParameters(temperature, null, null, null, null, List.of(), null, null, null, effort);
        return new ChatRequest(
                new ModelId("house", "m"),
                List.of(Message.of(Role.USER, "Hi")),
                parameters,
                ResponseFormat.TEXT,
                false);
    }

    private static ModelProfile profile(String vendor, String model) {
        return ModelProfiles.bundled().of(new ModelId("house", model), vendor);
    }

    @ParameterizedTest
    @CsvSource({
        "anthropic.claude-opus-4-7-v1:0, 128000, false",
        "us.anthropic.claude-opus-4-7-v1:0, 128000, false",
        "global.anthropic.claude-sonnet-4-5-20250929-v1:0, 64000, true",
        "arn:aws:bedrock:us-east-1:1:inference-profile/eu.anthropic.claude-3-5-haiku-20241022-v1:0, 8192, true"
    })
    void aModelOfBedrockIsKnownByItsMakerWhateverTheRegion(String model, int maxOutput, boolean sampling) {
        ModelProfile profile = profile("bedrock", model);
        assertThat(profile.maxOutput()).isEqualTo(maxOutput);
        assertThat(profile.fit(request(0.5, null)).adjustments()).hasSize(sampling ? 0 : 1);
        assertThat(profile.allows(Feature.IMAGES)).isTrue();
        assertThat(profile.allows(Feature.JSON_OBJECT)).isFalse();
    }

    @Test
    void whatBedrockItselfSaysOfAModelIsKnownToo() {
        assertThat(profile("bedrock", "us.meta.llama3-2-90b-instruct-v1:0").has(Feature.IMAGES))
                .isTrue();
        assertThat(profile("bedrock", "meta.llama3-70b-instruct-v1:0").allows(Feature.TOOLS))
                .isFalse();
        assertThat(profile("bedrock", "us.amazon.nova-micro-v1:0").allows(Feature.IMAGES))
                .isFalse();
        assertThat(profile("bedrock", "amazon.nova-pro-v1:0").allows(Feature.IMAGES))
                .isTrue();
        assertThat(profile("bedrock", "house.own-model").features())
                .containsOnlyKeys(Feature.SEED, Feature.PENALTIES, Feature.JSON_OBJECT);
    }

    @ParameterizedTest
    @CsvSource({
        "openai, gpt-4o, , true",
        "openai, gpt-5-mini, , false",
        "openai, gpt-5-chat-latest, , true",
        "openai, gpt-5.4, , true",
        "openai, gpt-5.4, HIGH, false",
        "openai, gpt-5.6, , false",
        "openai, gpt-5.6, NONE, true",
        "openrouter, openai/o3-mini, , false",
        "anthropic, claude-opus-4-6, , true",
        "anthropic, claude-opus-4-7, , false",
        "any, nobody-knows-it, HIGH, true"
    })
    void aTemperatureIsSentOnlyWhereTheModelTakesIt(String vendor, String model, ReasoningEffort effort, boolean sent) {
        FittedRequest fitted = profile(vendor, model).fit(request(0.5, effort));
        assertThat(fitted.request().parameters().temperature() != null).isEqualTo(sent);
        assertThat(fitted.adjustments()).extracting(Adjustment::parameter).hasSize(sent ? 0 : 1);
    }

    @Test
    void anEffortThatTheModelDoesNotKnowBecomesTheNearestItKnows() {
        FittedRequest fitted = profile("openai", "gpt-5").fit(request(null, ReasoningEffort.MAX));
        assertThat(fitted.request().parameters().reasoningEffort()).isEqualTo(ReasoningEffort.HIGH);
        assertThat(fitted.adjustments()).extracting(Adjustment::sent).containsExactly("high");
    }

    @Test
    void theFileOfTheUserWins() throws IOException {
        Path file = Files.writeString(folder.resolve("models.yaml"), "house:\n  gpt-5: {sampling: always}\n");
        ModelProfile profile = ModelProfiles.with(file).of(new ModelId("house", "gpt-5-mini"), "openai");
        assertThat(profile.sampling()).isEqualTo(Sampling.ALWAYS);
        assertThat(profile.maxOutput()).isEqualTo(128_000);
    }

    @Test
    void aMistakeInTheFileIsToldWithItsPlace() throws IOException {
        Path file = Files.writeString(folder.resolve("models.yaml"), "openai:\n  gpt-5: {sampling: often}\n");
        assertThatThrownBy(() -> ModelProfiles.with(file))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("models.yaml:2")
                .hasMessageContaining("when-effort-none");
    }
}
