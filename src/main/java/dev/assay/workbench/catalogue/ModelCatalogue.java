package dev.assay.workbench.catalogue;

import dev.assay.llm.CancelledException;
import dev.assay.llm.LlmException;
import dev.assay.llm.LlmProvider;
import dev.assay.llm.ModelId;
import dev.assay.llm.ModelInfo;
import dev.assay.pricing.PriceTable;
import dev.assay.provider.profile.ModelProfile;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Asks providers for their models. Thread-safe. */
public final class ModelCatalogue {
    private final LlmProvider gateway;
    private final Function<ModelId, ModelProfile> profiles;
    private final PriceTable prices;
    private final List<String> providers;

    /**
     * A catalogue.
     *
     * @param gateway the door to all providers
     * @param profiles what is known of a model
     * @param providers the names of all providers
     */
    public ModelCatalogue(
            LlmProvider gateway, Function<ModelId, ModelProfile> profiles, PriceTable prices, List<String> providers) {
        this.gateway = gateway;
        this.profiles = profiles;
        this.prices = prices;
        this.providers = List.copyOf(providers);
    }

    /**
     * Asks every provider, all at once; one that fails does not disturb the others.
     *
     * @return one finding a provider, in their order
     * @throws CancelledException where the thread was interrupted
     */
    public List<ProviderModels> ofAll() {
        var threads = Executors.newVirtualThreadPerTaskExecutor();
        try (threads) {
            List<Future<ProviderModels>> asked = providers.stream()
                    .map(name -> threads.submit(() -> of(name)))
                    .toList();
            var found = new ArrayList<ProviderModels>();
            for (Future<ProviderModels> finding : asked) {
                found.add(finding.get());
            }
            return List.copyOf(found);
        } catch (InterruptedException e) {
            threads.shutdownNow();
            throw new CancelledException("The question for models was cancelled");
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    /**
     * Asks one provider.
     *
     * @throws dev.assay.llm.InputException where there is none of the name
     */
    public ProviderModels of(String provider) {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        try {
            return new ProviderModels.Offered(
                    provider,
                    gateway.listModels(provider).stream()
                            .sorted(Comparator.comparing(model -> model.id().model()))
                            .map((ModelInfo said) -> ListedModel.of(said, profiles.apply(said.id()), prices, today))
                            .toList());
        } catch (LlmException e) {
            return new ProviderModels.Failed(provider, e);
        }
    }
}
