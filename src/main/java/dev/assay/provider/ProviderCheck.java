package dev.assay.provider;

import dev.assay.llm.CancelledException;
import dev.assay.provider.connection.HttpTransport;
import dev.assay.provider.http.ModelsProbe;
import dev.assay.provider.http.Reachability;
import dev.assay.settings.ApiKey;
import dev.assay.settings.ProviderSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Looks whether the configured providers can be used: their keys are set, and they answer. */
public final class ProviderCheck {
    private ProviderCheck() {}

    /**
     * Asks every provider for its models, all at once; takes some seconds at most.
     *
     * @return one finding a provider, in their order
     * @throws CancelledException where the thread was interrupted
     */
    public static List<ProviderHealth> run(List<ProviderSettings> providers) {
        try (var transport = new HttpTransport();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<ProviderHealth>> findings = new ArrayList<>();
            for (ProviderSettings settings : providers) {
                findings.add(threads.submit(() -> check(settings, transport)));
            }
            List<ProviderHealth> healths = new ArrayList<>();
            for (Future<ProviderHealth> finding : findings) {
                healths.add(finding.get());
            }
            return List.copyOf(healths);
        } catch (InterruptedException e) {
            throw new CancelledException("The check of the providers was cancelled");
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private static ProviderHealth check(ProviderSettings settings, HttpTransport transport) {
        long begin = System.nanoTime();
        Reachability reachability = settings.apiKey() instanceof ApiKey.Missing missing
                ? new Reachability.KeyMissing(missing.variable(), missing.mend())
                : new ModelsProbe(settings, WireDialects.of(settings), transport).ask();
        return new ProviderHealth(
                settings.name(),
                settings.dialect(),
                settings.baseUrl(),
                !(settings.apiKey() instanceof ApiKey.None),
                reachability,
                reachability instanceof Reachability.KeyMissing
                        ? Duration.ZERO
                        : Duration.ofNanos(System.nanoTime() - begin));
    }
}
