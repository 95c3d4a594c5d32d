package dev.assay.workbench;

import dev.assay.llm.LlmProvider;
import dev.assay.provider.LlmGateway;
import dev.assay.provider.local.LocalProvider;
import dev.assay.provider.offline.OfflineProvider;
import dev.assay.provider.profile.ModelProfiles;
import dev.assay.settings.ProviderSettings;
import dev.assay.settings.ProvidersFile;
import dev.assay.settings.secret.Keys;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The providers as their file has them now, since users mend it while the window is open. Thread-safe. */
final class Providers implements AutoCloseable {
    private final Path file;
    private final Keys keys;
    private List<ProviderSettings> settings = List.of();
    private ModelProfiles profiles = ModelProfiles.bundled();
    private final Map<String, LlmProvider> builtIn = builtIn();

    /** The last is the one in use; runs may still use those before. */
    private final List<LlmGateway> gateways = new ArrayList<>();

    Providers(Path file, Keys keys) {
        this.file = file;
        this.keys = keys;
    }

    /** Kept while gateways come and go: a model that was loaded stays so. */
    private static Map<String, LlmProvider> builtIn() {
        var builtIn = new LinkedHashMap<String, LlmProvider>();
        builtIn.put(OfflineProvider.NAME, new OfflineProvider());
        builtIn.put(LocalProvider.NAME, new LocalProvider());
        return Collections.unmodifiableMap(builtIn);
    }

    /** The gateway to the providers of the file; another one as soon as the file says something else. */
    synchronized LlmGateway gateway() {
        List<ProviderSettings> now = configured();
        ModelProfiles known = ModelProfiles.with(file.resolveSibling(ModelProfiles.FILE));
        if (gateways.isEmpty() || !now.equals(settings) || !known.equals(profiles)) {
            gateways.add(new LlmGateway(now, builtIn, known));
            settings = now;
            profiles = known;
        }
        return gateways.getLast();
    }

    Path file() {
        return file;
    }

    Keys keys() {
        return keys;
    }

    /** What the file says now. */
    List<ProviderSettings> configured() {
        return ProvidersFile.read(file, keys);
    }

    /** The same for who wants to know where they are, and must not wait for a keychain: keys may be missing. */
    List<ProviderSettings> places() {
        return ProvidersFile.read(file, keys.ofEnvironment());
    }

    @Override
    public synchronized void close() {
        gateways.forEach(LlmGateway::close);
        gateways.clear();
    }
}
