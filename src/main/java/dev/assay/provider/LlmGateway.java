package dev.assay.provider;

import dev.assay.llm.ChatBatches;
import dev.assay.llm.ChatListener;
import dev.assay.llm.ChatRequest;
import dev.assay.llm.ChatResponse;
import dev.assay.llm.EmbeddingRequest;
import dev.assay.llm.EmbeddingResponse;
import dev.assay.llm.InputException;
import dev.assay.llm.LlmProvider;
import dev.assay.llm.ModelId;
import dev.assay.llm.ModelInfo;
import dev.assay.llm.Moderation;
import dev.assay.llm.NearestName;
import dev.assay.provider.connection.HttpTransport;
import dev.assay.provider.profile.ModelProfile;
import dev.assay.provider.profile.ModelProfiles;
import dev.assay.provider.resilience.FallbackChain;
import dev.assay.settings.ProviderSettings;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The door to all providers: hands each request to the one its model names. Thread-safe. */
public final class LlmGateway implements LlmProvider, AutoCloseable {
    private final HttpTransport transport = new HttpTransport();
    private final Map<String, LlmProvider> providers;
    private final Map<String, FallbackChain> fallbacks = new HashMap<>();
    private final Map<String, String> vendors = new HashMap<>();
    private final ModelProfiles profiles;

    /**
     * A gateway to models of which nothing is known but what Assay knows.
     *
     * @param configured the providers of the user
     * @param builtIn the providers that need no settings, by name; they come first
     */
    public LlmGateway(List<ProviderSettings> configured, Map<String, LlmProvider> builtIn) {
        this(configured, builtIn, ModelProfiles.bundled());
    }

    /**
     * A gateway.
     *
     * @param configured the providers of the user
     * @param builtIn the providers that need no settings, by name; they come first
     * @param profiles what is known of models
     */
    public LlmGateway(List<ProviderSettings> configured, Map<String, LlmProvider> builtIn, ModelProfiles profiles) {
        var all = new LinkedHashMap<>(builtIn);
        for (ProviderSettings settings : configured) {
            vendors.put(settings.name(), WireDialects.of(settings).vendor());
            LlmProvider own = ProviderFactory.create(settings, profiles, transport);
            LlmProvider sameName = builtIn.get(settings.name());
            all.put(settings.name(), sameName == null ? own : new SharedName(own, sameName, settings.name()));
            if (!settings.fallback().isEmpty()) {
                fallbacks.put(settings.name(), new FallbackChain(settings.fallback(), this::provider));
            }
        }
        this.profiles = profiles;
        providers = Collections.unmodifiableMap(all);
    }

    /**
     * {@inheritDoc}
     *
     * @throws InputException where no provider has the name
     */
    @Override
    public ChatResponse chat(ChatRequest request, ChatListener listener) {
        FallbackChain fallback = fallbacks.get(request.model().provider());
        return fallback == null ? provider(request.model()).chat(request, listener) : fallback.chat(request, listener);
    }

    @Override
    public void requireModel(ModelId model) {
        provider(model).requireModel(model);
        FallbackChain fallback = fallbacks.get(model.provider());
        if (fallback != null) {
            // Told before a run begins, not when the first call of it fails.
            fallback.models().forEach(this::provider);
        }
    }

    @Override
    public Optional<ChatBatches> batches(ModelId model) {
        return provider(model).batches(model);
    }

    @Override
    public EmbeddingResponse embed(EmbeddingRequest request) {
        return provider(request.model()).embed(request);
    }

    @Override
    public Moderation moderate(ModelId model, String text) {
        return provider(model).moderate(model, text);
    }

    @Override
    public long countTokens(ChatRequest request) {
        return provider(request.model()).countTokens(request);
    }

    @Override
    public List<ModelInfo> listModels(String provider) {
        return provider(new ModelId(provider, "*")).listModels(provider);
    }

    /** What is known of a model without asking. */
    public ModelProfile profile(ModelId model) {
        String vendor = vendors.get(model.provider());
        return vendor == null ? ModelProfile.UNKNOWN : profiles.of(model, vendor);
    }

    /** The names of the providers, those that are built in first. */
    public List<String> names() {
        return List.copyOf(providers.keySet());
    }

    @Override
    public List<ModelId> models() {
        return providers.values().stream()
                .flatMap(provider -> provider.models().stream())
                .toList();
    }

    /** Closes the connections. Calls must have ended. */
    @Override
    public void close() {
        transport.close();
    }

    private LlmProvider provider(ModelId model) {
        LlmProvider provider = providers.get(model.provider());
        if (provider == null) {
            throw unknown(model);
        }
        return provider;
    }

    private InputException unknown(ModelId model) {
        String nearest = NearestName.find(model.provider(), providers.keySet())
                .map(name -> "did you mean " + name + "/" + model.model() + "? ")
                .orElse("");
        return new InputException("Model " + model + ": there is no provider '" + model.provider() + "': " + nearest
                + "Configured are " + String.join(", ", providers.keySet()) + "; add others to providers.yaml");
    }
}
