package dev.assay.workbench;

import dev.assay.exchange.ExportFormat;
import dev.assay.exchange.Format;
import dev.assay.exchange.ImportFile;
import dev.assay.exchange.Imports;
import dev.assay.exchange.conversion.ImportOptions;
import dev.assay.exchange.conversion.ImportResult;
import dev.assay.exchange.conversion.ImportedDataset;
import dev.assay.exchange.conversion.ImportedPrompt;
import dev.assay.exchange.conversion.PromptFields;
import dev.assay.exchange.exporting.Destination;
import dev.assay.exchange.exporting.ExportRequest;
import dev.assay.exchange.exporting.ExportResult;
import dev.assay.exchange.source.ImportSource;
import dev.assay.experiment.Dataset;
import dev.assay.llm.InputException;
import dev.assay.llm.ModelId;
import dev.assay.prompt.PromptRef;
import dev.assay.prompt.PromptTemplate;
import dev.assay.prompt.PromptVariable;
import dev.assay.registry.PromptRegistry;
import dev.assay.registry.StoredPrompt;
import dev.assay.settings.ApiKey;
import dev.assay.settings.Preset;
import dev.assay.settings.ProviderSettings;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Brings prompts and cases of other tools into a workspace and hands them out again. Thread-safe. */
public final class Exchange {
    private final PromptRegistry registry;
    private final Function<String, Dataset> datasets;
    private final Supplier<List<ProviderSettings>> providers;
    private final ImportTarget target;

    Exchange(PromptRegistry registry, Function<String, Dataset> datasets, Supplier<List<ProviderSettings>> providers) {
        this.registry = registry;
        this.datasets = datasets;
        this.providers = providers;
        this.target = new ImportTarget(registry);
    }

    /**
     * Writes a prompt in another format.
     *
     * @param dataset the cases to write with it, or null
     * @param model the model to name instead of the prompt's own, or null
     * @throws InputException where the prompt or the dataset has errors or is not there
     */
    public ExportResult export(ExportFormat format, PromptRef ref, @Nullable String dataset, @Nullable ModelId model) {
        StoredPrompt stored = registry.load(ref);
        PromptTemplate prompt = PromptTemplate.parse(stored.path(), stored.text(), registry.definitions(ref.revision()))
                .requireValid();
        String named = model == null ? prompt.frontMatter().model() : model.toString();
        return format.exporter()
                .write(new ExportRequest(
                        ref.name(),
                        prompt,
                        registry.partials(ref.revision()),
                        dataset == null ? null : datasets.apply(dataset),
                        model,
                        destination(named)));
    }

    /** Where the provider of a model is: as the user has set it up, else as such providers usually are. */
    private Destination destination(@Nullable String model) {
        if (model == null || !model.contains("/")) {
            return Destination.openAi();
        }
        return providers.get().stream()
                .filter(one -> model.startsWith(one.name() + "/"))
                .findFirst()
                .map(one ->
                        new Destination(one.dialect(), one.baseUrl(), keyVariable(one.apiKey()), one.quirks(), false))
                .or(() -> Preset.find(model.substring(0, model.indexOf('/'))).map(Exchange::usual))
                .orElseGet(Destination::unknown);
    }

    private static Destination usual(Preset preset) {
        return new Destination(
                preset.dialect(),
                preset.baseUrl().orElseGet(() -> URI.create(preset.example())),
                preset.key().orElse(""));
    }

    private static String keyVariable(ApiKey key) {
        String variables = switch (key) {
            case ApiKey.None none -> "";
            case ApiKey.Present present -> present.variable();
            case ApiKey.Missing missing -> missing.variable();
        };
        return variables.split(",", 2)[0].strip();
    }

    /** The names of the prompts that have inputs of their own; partials have none. */
    public List<String> prompts() {
        return registry.list().stream()
                .map(entry -> entry.name())
                .filter(name -> !name.substring(name.lastIndexOf('/') + 1).startsWith("_"))
                .toList();
    }

    /**
     * What columns can become for a prompt.
     *
     * @throws InputException where there is no such prompt or it has errors
     */
    public PromptFields fields(PromptRef ref) {
        StoredPrompt stored = registry.load(ref);
        PromptTemplate template = PromptTemplate.parse(
                        stored.path(), stored.text(), registry.definitions(ref.revision()))
                .requireValid();
        List<String> names = template.variables(registry.partials(ref.revision())).stream()
                .map(PromptVariable::name)
                .toList();
        return new PromptFields(names, template.inputs());
    }

    /**
     * Reads a file to import.
     *
     * @param shown how messages name it
     * @throws InputException where it is absent, no file, too large or not UTF-8, or lies in the workspace and leads out
     *     of it
     */
    public ImportSource read(Path file, String shown) {
        return ImportFile.read(new Inside(registry.root()).require(file), shown);
    }

    /**
     * What an import would bring, under names that nothing has yet. Nothing is written.
     *
     * @throws InputException where the source is not of the format; names line and column
     */
    public ImportResult plan(Format format, ImportSource source, ImportOptions options) {
        return target.withFreeNames(Imports.read(format, source, options));
    }

    /**
     * Writes prompts and datasets into the workspace; nothing is committed, nothing overwritten.
     *
     * @return the paths under the workspace
     * @throws InputException where a name is not proper or taken; then nothing is written
     */
    public List<String> write(ImportResult result) {
        return target.write(result);
    }

    /** Why a prompt cannot be imported under its name, in one line; empty where it can. */
    public String problemOf(ImportedPrompt prompt) {
        return target.problemOfPrompt(prompt.name());
    }

    /** Why a dataset cannot be imported under its name, in one line; empty where it can. */
    public String problemOf(ImportedDataset dataset) {
        return target.problemOfDataset(dataset.name());
    }
}
