package dev.assay.cli.doctor;

import dev.assay.settings.ApiKey;
import dev.assay.settings.ProviderSettings;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Looks at each provider: is there a key, and does its host take connections. Sends nothing. */
final class ProviderChecks {
    private static final int CONNECT_MILLIS = 2000;
    private static final int ALL_MILLIS = 4000;

    private ProviderChecks() {}

    static List<Check> run(List<ProviderSettings> providers) {
        var executor = Executors.newVirtualThreadPerTaskExecutor();
        try {
            var tasks = providers.stream()
                    .map(provider -> (Callable<Boolean>) () -> connects(provider.baseUrl()))
                    .toList();
            List<Future<Boolean>> answers = executor.invokeAll(tasks, ALL_MILLIS, TimeUnit.MILLISECONDS);
            var checks = new ArrayList<Check>();
            checks.add(Check.ok("provider offline", "built in: no key, no network"));
            for (int i = 0; i < providers.size(); i++) {
                checks.add(check(providers.get(i), connected(answers.get(i))));
            }
            return checks;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of(Check.warn("providers", "not looked at: interrupted"));
        } finally {
            executor.shutdownNow();
        }
    }

    private static Check check(ProviderSettings provider, boolean reachable) {
        String host = provider.baseUrl() + (reachable ? " takes connections" : " does not take connections");
        String key = switch (provider.apiKey()) {
            case ApiKey.None none -> "no key needed";
            case ApiKey.Present present -> "key present";
            case ApiKey.Missing missing -> "no key: set the environment variable " + missing.variable();
        };
        boolean usable = reachable && !(provider.apiKey() instanceof ApiKey.Missing);
        return new Check(
                "provider " + provider.name(), usable ? Check.Status.OK : Check.Status.WARN, host + "; " + key);
    }

    private static boolean connected(Future<Boolean> answer) throws InterruptedException {
        try {
            return answer.get();
        } catch (ExecutionException | CancellationException e) {
            return false;
        }
    }

    private static boolean connects(URI url) throws IOException {
        int port = url.getPort() >= 0 ? url.getPort() : url.getScheme().equals("https") ? 443 : 80;
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(url.getHost(), port), CONNECT_MILLIS);
            return true;
        }
    }
}
