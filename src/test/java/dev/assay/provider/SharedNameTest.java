package dev.assay.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.llm.EmbeddingRequest;
import dev.assay.llm.EmbeddingRequest.Purpose;
import dev.assay.llm.LlmException;
import dev.assay.llm.LlmProvider;
import dev.assay.llm.ModelId;
import dev.assay.provider.local.LocalProvider;
import dev.assay.settings.ApiKey;
import dev.assay.settings.Dialect;
import dev.assay.settings.ProviderSettings;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A user may have a provider of the name that Assay's own embeddings have. */
class SharedNameTest {

    private static LlmGateway gateway(String... models) {
        var missing = new ApiKey.Missing("LOCAL_KEY", "the environment");
        var settings = new ProviderSettings(
                "local",
                Dialect.OPENAI,
                URI.create("http://127.0.0.1:9/v1"),
                missing,
                Map.of(),
                List.of(models),
                2,
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                Duration.ofSeconds(1));
        Map<String, LlmProvider> builtIn = Map.of(LocalProvider.NAME, new LocalProvider());
        return new LlmGateway(List.of(settings), builtIn);
    }

    private static EmbeddingRequest request(ModelId model) {
        return new EmbeddingRequest(model, List.of("A text"), null, Purpose.SIMILARITY);
    }

    @Test
    void theBuiltInModelIsServedBesideTheUsersOwn() {
        try (var gateway = gateway("small")) {
            assertThat(gateway.models()).containsExactly(new ModelId("local", "small"));
            assertThat(gateway.embed(request(LocalProvider.MODEL)).vectors()).hasSize(1);
            gateway.requireModel(LocalProvider.MODEL);
            assertThatThrownBy(() -> gateway.embed(request(new ModelId("local", "small"))))
                    .isInstanceOf(LlmException.Unauthorized.class);
        }
    }

    @Test
    void aModelThatTheUsersSettingsNameIsTheUsers() {
        try (var gateway = gateway(LocalProvider.MODEL.model())) {
            assertThatThrownBy(() -> gateway.embed(request(LocalProvider.MODEL)))
                    .isInstanceOf(LlmException.Unauthorized.class);
        }
    }
}
