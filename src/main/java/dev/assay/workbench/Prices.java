package dev.assay.workbench;

import dev.assay.llm.AssayException;
import dev.assay.llm.InputException;
import dev.assay.llm.ModelId;
import dev.assay.pricing.PriceTable;
import dev.assay.settings.Dialect;
import dev.assay.settings.Preset;
import dev.assay.settings.ProviderSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The price table as the workspace's own list has it now, since users mend it while the window is open. Thread-safe. */
final class Prices {
    /** No provider of the list has this name. */
    private static final String UNLISTED = "-";

    private final Path file;
    private final Path providersFile;
    private final Supplier<List<ProviderSettings>> providers;
    private @Nullable PriceTable table;
    private String stamp = "";

    Prices(Path file, Path providersFile, Supplier<List<ProviderSettings>> providers) {
        this.file = file;
        this.providersFile = providersFile;
        this.providers = providers;
    }

    /** The table; throws {@link InputException} where the workspace's list is wrong. */
    synchronized PriceTable table() {
        String now = stamp(file) + stamp(providersFile);
        PriceTable known = table;
        if (known == null || !now.equals(stamp)) {
            known = PriceTable.with(file).named(names());
            table = known;
            stamp = now;
        }
        return known;
    }

    /** The table, without the workspace's own list where that is wrong: for what is shown, not for what is recorded. */
    PriceTable forDisplay() {
        try {
            return table();
        } catch (InputException e) {
            return PriceTable.standard().named(names());
        }
    }

    /** A sentence for each of these models that its provider has retired. */
    List<String> retired(List<ModelId> models) {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        PriceTable now = table();
        return models.stream()
                .distinct()
                .flatMap(model -> now.rowOf(model, today).filter(row -> row.isRetired(today)).stream()
                        .map(row -> model + " was retired on " + row.retires()
                                + " by the price list: its provider may refuse it"))
                .toList();
    }

    /** Under which name the price list has each provider that the user named otherwise. */
    private Map<String, String> names() {
        var names = new HashMap<String, String>();
        try {
            for (ProviderSettings provider : providers.get()) {
                listedName(provider).ifPresent(name -> names.put(provider.name(), name));
            }
        } catch (AssayException e) {
            // Whoever asks for the providers is told what is wrong with their file.
            return Map.of();
        }
        return names;
    }

    /** Empty where the address says nothing of it, so that its name has to do. Ollama is free on this machine alone. */
    private static Optional<String> listedName(ProviderSettings provider) {
        if (provider.dialect() == Dialect.BEDROCK) {
            // Its regions have addresses of their own.
            return Optional.of(Dialect.BEDROCK.yamlName());
        }
        Optional<String> host = Preset.at(provider.baseUrl()).map(Preset::name);
        if (host.isEmpty() && provider.dialect() == Dialect.OLLAMA) {
            return Optional.of(isHere(provider.baseUrl()) ? Dialect.OLLAMA.yamlName() : UNLISTED);
        }
        return host;
    }

    private static boolean isHere(URI address) {
        return address.getHost() != null && address.getHost().matches("(?i)localhost|127[.][0-9.]+|\\[::1]");
    }

    private static String stamp(Path file) {
        try {
            Map<String, Object> facts = Files.readAttributes(file, "lastModifiedTime,size");
            return facts.get("lastModifiedTime") + " " + facts.get("size") + "\n";
        } catch (IOException e) {
            return "";
        }
    }
}
