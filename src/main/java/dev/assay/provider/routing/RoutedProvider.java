package dev.assay.provider.routing;

import dev.assay.llm.Adjustment;
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
import dev.assay.settings.routing.Route;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntBiFunction;
import java.util.stream.Stream;

/**
 * Answers for the routes of a workspace as if they were models, and hands everything else on. An answer tells which model
 * gave it and why, and what all the calls took. Thread-safe.
 */
public final class RoutedProvider implements LlmProvider {
    private final LlmProvider provider;
    private final Map<String, Route> routes = new LinkedHashMap<>();
    private final AnswerCheck check;
    private final ToIntBiFunction<ChatRequest, ModelId> tokens;

    /**
     * Routes before a provider.
     *
     * @param provider who is asked; where answers are kept for later, they are kept there
     * @param scorer judges answers where a cascade says so
     * @param tokens the input tokens of a request to a model
     */
    public RoutedProvider(
            LlmProvider provider,
            List<Route> routes,
            AnswerScorer scorer,
            ToIntBiFunction<ChatRequest, ModelId> tokens) {
        this.provider = provider;
        this.check = new AnswerCheck(scorer);
        this.tokens = tokens;
        routes.forEach(route -> this.routes.put(route.name(), route));
    }

    @Override
    public ChatResponse chat(ChatRequest request, ChatListener listener) {
        if (!request.model().isRoute()) {
            return provider.chat(request, listener);
        }
        return switch (route(request.model())) {
            case Route.Cascade cascade -> new CascadeCall(provider, check, cascade, request, "").chat(listener);
            case Route.Choice choice -> chosen(choice, request, listener);
        };
    }

    private ChatResponse chosen(Route.Choice choice, ChatRequest request, ChatListener listener) {
        Route.Option option = option(choice, request);
        String reason = "route " + choice.name() + ": " + option.when();
        if (option.model().isRoute() && route(option.model()) instanceof Route.Cascade cascade) {
            return new CascadeCall(provider, check, cascade, request, reason + "; ").chat(listener);
        }
        ChatResponse response = provider.chat(request.withModel(option.model()).withOrigin(null), listener);
        List<Adjustment> adjustments = new ArrayList<>(response.adjustments());
        // Behind that of a provider that had another model answer, for the first one tells who did.
        adjustments.add(new Adjustment(
                "model", request.model().toString(), option.model().toString(), reason));
        return response.withAdjustments(adjustments);
    }

    private Route.Option option(Route.Choice choice, ChatRequest request) {
        for (Route.Option option : choice.options()) {
            ModelId counting =
                    option.model().isRoute() ? route(option.model()).models().getFirst() : option.model();
            int count = option.when().countsTokens() ? tokens.applyAsInt(request, counting) : 0;
            if (option.when().holds(request.origin(), count)) {
                return option;
            }
        }
        throw new IllegalStateException("The last option of " + choice.name() + " applies to every request");
    }

    private Route route(ModelId model) {
        Route route = routes.get(model.model());
        if (route != null) {
            return route;
        }
        String there = routes.isEmpty()
                ? "there is no routes.yaml with routes in the workspace"
                : NearestName.find(model.model(), routes.keySet())
                                .map(name -> "did you mean route:" + name + "? ")
                                .orElse("")
                        + "routes.yaml has " + String.join(", ", routes.keySet());
        throw new InputException("There is no route '" + model.model() + "': " + there);
    }

    @Override
    public void requireModel(ModelId model) {
        if (!model.isRoute()) {
            provider.requireModel(model);
            return;
        }
        Route route = route(model);
        route.models().forEach(this::requireModel);
        if (route instanceof Route.Cascade cascade) {
            cascade.judges().forEach(provider::requireModel);
        }
    }

    @Override
    public List<ModelId> asks(ModelId model) {
        if (!model.isRoute()) {
            return provider.asks(model);
        }
        return switch (route(model)) {
            case Route.Cascade cascade ->
                Stream.concat(cascade.models().stream(), cascade.judges().stream())
                        .toList();
            case Route.Choice choice ->
                choice.models().stream()
                        .flatMap(one -> asks(one).stream())
                        .distinct()
                        .toList();
        };
    }

    /** The models, then the routes. */
    @Override
    public List<ModelId> models() {
        return Stream.concat(
                        provider.models().stream(),
                        routes.keySet().stream().map(name -> new ModelId(ModelId.ROUTE, name)))
                .toList();
    }

    @Override
    public long countTokens(ChatRequest request) {
        if (!request.model().isRoute()) {
            return provider.countTokens(request);
        }
        ModelId first = switch (route(request.model())) {
            case Route.Cascade cascade -> cascade.steps().getFirst().model();
            case Route.Choice choice -> option(choice, request).model();
        };
        return countTokens(request.withModel(first));
    }

    @Override
    public Optional<ChatBatches> batches(ModelId model) {
        return model.isRoute() ? Optional.empty() : provider.batches(model);
    }

    @Override
    public EmbeddingResponse embed(EmbeddingRequest request) {
        return provider.embed(request);
    }

    @Override
    public Moderation moderate(ModelId model, String text) {
        return provider.moderate(model, text);
    }

    @Override
    public List<ModelInfo> listModels(String name) {
        return provider.listModels(name);
    }
}
