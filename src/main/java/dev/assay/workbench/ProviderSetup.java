package dev.assay.workbench;

import dev.assay.llm.InputException;
import dev.assay.llm.ModelId;
import dev.assay.pricing.OwnPrices;
import dev.assay.pricing.PriceRow;
import dev.assay.pricing.PriceTable;
import dev.assay.provider.LocalServers;
import dev.assay.provider.ProviderCheck;
import dev.assay.provider.ProviderHealth;
import dev.assay.provider.profile.ModelProfiles;
import dev.assay.settings.CacheSettings;
import dev.assay.settings.Preset;
import dev.assay.settings.ProviderSettings;
import dev.assay.settings.ProvidersEdit;
import dev.assay.settings.ProvidersFile;
import dev.assay.settings.edit.ProviderEdit;
import dev.assay.settings.edit.ProviderField;
import dev.assay.settings.secret.Keys;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The providers of a workspace with their keys and prices, for whoever sets them up. Slow; thread-safe. */
public final class ProviderSetup {
    private final Providers providers;
    private final Supplier<PriceTable> prices;
    private final Path pricesFile;

    ProviderSetup(Providers providers, Supplier<PriceTable> prices, Path pricesFile) {
        this.providers = providers;
        this.prices = prices;
        this.pricesFile = pricesFile;
    }

    /** The file that names them; need not be there. */
    public Path file() {
        return providers.file();
    }

    /** The settings that can be written by hand: providers, what models take, and the cache. */
    public List<SettingsText> texts() {
        return List.of(
                new SettingsText(
                        file(),
                        "",
                        text -> ProvidersFile.parse(file().getFileName().toString(), text, providers.keys())),
                new SettingsText(
                        file().resolveSibling(ModelProfiles.FILE), ModelProfiles.EXAMPLE, ModelProfiles::check),
                new SettingsText(
                        file().resolveSibling(CacheSettings.FILE),
                        CacheSettings.EXAMPLE,
                        text -> CacheSettings.parse(text, providers.keys())));
    }

    /** The providers in the order of the file; throws {@link InputException} where the file is wrong. */
    public List<ProviderSettings> all() {
        return providers.configured();
    }

    /** What the file says of a provider, in its own words. */
    public Map<ProviderField, String> values(String name) {
        return new ProviderEdit(file(), name).values();
    }

    /** Sets a value of a provider, or takes it out where it is blank; throws {@link InputException} for a wrong one. */
    public synchronized void set(String name, ProviderField field, String value) {
        new ProviderEdit(file(), name).set(field, value);
    }

    /** Adds a provider made from a preset. */
    public synchronized void add(String name, Preset preset, Optional<String> baseUrl) {
        ProvidersEdit.add(file(), name, preset, baseUrl);
    }

    /** Takes a provider out of the file. */
    public synchronized void remove(String name) {
        new ProviderEdit(file(), name).remove();
    }

    /** Asks a provider for its models. Throws {@link InputException} where it is not there any more. */
    public ProviderHealth test(String name) {
        List<ProviderSettings> asked =
                all().stream().filter(one -> one.name().equals(name)).toList();
        if (asked.isEmpty()) {
            throw new InputException(file() + " has no provider " + name + " any more");
        }
        return ProviderCheck.run(asked).getFirst();
    }

    /** The model servers of this machine that answer and are not set up yet. */
    public List<Preset> detect() {
        List<ProviderSettings> known = all();
        return LocalServers.detect().stream()
                .filter(found -> known.stream().noneMatch(one -> one.baseUrl().equals(found.baseUrl())))
                .flatMap(found -> Preset.find(found.name()).stream())
                .toList();
    }

    /** The user's keys. */
    public Keys keys() {
        return providers.keys();
    }

    /** What the models of a provider cost today, where that is known. */
    public Map<ModelId, Optional<PriceRow>> prices(ProviderSettings provider) {
        PriceTable table = prices.get();
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        var rows = new LinkedHashMap<ModelId, Optional<PriceRow>>();
        provider.models().forEach(name -> {
            var model = new ModelId(provider.name(), name);
            rows.put(model, table.rowOf(model, today));
        });
        return rows;
    }

    /**
     * Gives a model a price in the workspace's own list.
     *
     * @param input US dollars per million input tokens
     * @param output US dollars per million output tokens
     */
    public synchronized void price(ModelId model, String input, String output) {
        var row = new LinkedHashMap<String, String>();
        row.put("provider", model.provider());
        row.put("model", model.model());
        row.put("input", input);
        row.put("output", output);
        row.put("date", LocalDate.now(ZoneOffset.UTC).toString());
        OwnPrices.put(pricesFile, row);
    }
}
