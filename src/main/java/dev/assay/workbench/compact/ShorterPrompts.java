package dev.assay.workbench.compact;

import dev.assay.experiment.Comparison;
import dev.assay.experiment.Dataset;
import dev.assay.experiment.TestCase;
import dev.assay.experiment.Variant;
import dev.assay.llm.InputException;
import dev.assay.llm.ModelId;
import dev.assay.llm.ModelParameters;
import dev.assay.pricing.PriceTable;
import dev.assay.pricing.TokenCount;
import dev.assay.pricing.TokenCounter;
import dev.assay.prompt.PartialSource;
import dev.assay.prompt.PromptRef;
import dev.assay.prompt.PromptRenderer;
import dev.assay.prompt.PromptTemplate;
import dev.assay.prompt.PromptVariable;
import dev.assay.prompt.RenderedPrompt;
import dev.assay.prompt.compact.Compaction;
import dev.assay.prompt.compact.Compactor;
import dev.assay.prompt.compact.PromptSection;
import dev.assay.registry.PromptRegistry;
import dev.assay.registry.git.WorkspacePaths;
import dev.assay.workbench.Workbench;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes a prompt of the working copy shorter, and tells what that saves. */
public final class ShorterPrompts {
    /** Counts for no model in particular are estimates. */
    private static final ModelId UNKNOWN = new ModelId("unknown", "unknown");

    private static final int MOST_CASES = 200;

    private final PromptRegistry registry;
    private final Supplier<TokenCounter> tokens;
    private final Supplier<PriceTable> prices;

    public ShorterPrompts(Workbench workbench) {
        this(workbench.registry(), workbench::tokens, workbench::prices);
    }

    /** The same by the parts of a workbench that it needs. */
    public ShorterPrompts(PromptRegistry registry, Supplier<TokenCounter> tokens, Supplier<PriceTable> prices) {
        this.registry = registry;
        this.tokens = tokens;
        this.prices = prices;
    }

    /** What the rules find in a text, such as an editor holds; throws {@link InputException} where it has errors. */
    public Compaction find(String name, String text) {
        return Compactor.of(template(name, text), partials());
    }

    /** The model that a prompt's text names, or empty where it names none that can be read. */
    public Optional<ModelId> model(String name, String text) {
        String named = template(name, text).frontMatter().model();
        try {
            return Optional.ofNullable(named).map(ModelId::parse);
        } catch (InputException e) {
            return Optional.empty();
        }
    }

    /**
     * What a shorter text saves.
     *
     * @param model whose tokens and price count, or null for an estimate without a price
     * @param dataset whose first cases fill the prompts, or null for the names of the inputs in place of values
     */
    public TokenSavings savings(
            String name, String before, String after, @Nullable ModelId model, @Nullable Dataset dataset) {
        PromptTemplate old = template(name, before);
        PromptTemplate now = template(name, after);
        ModelId counting = model == null ? UNKNOWN : model;
        List<Map<String, Object>> cases = dataset == null
                ? List.of()
                : dataset.cases().stream()
                        .limit(MOST_CASES)
                        .map(TestCase::inputs)
                        .toList();
        Mean first = mean(old, cases, counting);
        Mean second = mean(now, cases, counting);
        return new TokenSavings(
                model,
                first.tokens,
                second.tokens,
                first.exact && second.exact,
                cases.size(),
                model == null ? null : prices.get().priceOf(model).orElse(null));
    }

    /** Whether two texts send the same messages on every case, so that there is nothing to compare. */
    public boolean sendTheSame(String name, String before, String after, Dataset dataset) {
        PromptTemplate old = template(name, before);
        PromptTemplate now = template(name, after);
        var renderer = new PromptRenderer(partials());
        return dataset.cases().stream()
                .allMatch(one -> renderer.render(old, one.inputs(), List.of())
                        .messages()
                        .equals(renderer.render(now, one.inputs(), List.of()).messages()));
    }

    /**
     * What leaving out each section in turn did.
     *
     * @param run of the whole prompt and of one variant a section
     * @param source the whole prompt
     */
    public Ablation ablation(
            Comparison run, String source, List<PromptSection> sections, Dataset cases, ModelId model, double margin) {
        return Ablation.of(run, source, sections, cases, model, margin, this);
    }

    /** A prompt's text and shorter ones, as the variants of an experiment. */
    public static Texts texts(String name, List<String> shorter, ModelId model, ModelParameters parameters) {
        List<Variant> variants = new ArrayList<>();
        Map<PromptRef, String> texts = new LinkedHashMap<>();
        variants.add(new Variant(new PromptRef(name, null), model, parameters));
        for (int i = 0; i < shorter.size(); i++) {
            var ref = new PromptRef(name, "shorter-" + (i + 1));
            variants.add(new Variant(ref, model, parameters));
            texts.put(ref, shorter.get(i));
        }
        return new Texts(variants, texts);
    }

    /**
     * Variants of which some lie nowhere yet.
     *
     * @param variants the original first
     * @param texts by their refs
     */
    public record Texts(List<Variant> variants, Map<PromptRef, String> texts) {
        public Texts {
            variants = List.copyOf(variants);
            texts = Map.copyOf(texts);
        }
    }

    private record Mean(double tokens, boolean exact) {}

    private Mean mean(PromptTemplate template, List<Map<String, Object>> cases, ModelId model) {
        var renderer = new PromptRenderer(partials());
        if (cases.isEmpty()) {
            TokenCount count = count(renderer.renderMarks(template, marks(template)), model);
            return new Mean(count.tokens(), count.exact());
        }
        long tokens = 0;
        boolean exact = true;
        for (Map<String, Object> values : cases) {
            TokenCount count = count(renderer.render(template, values, List.of()), model);
            tokens += count.tokens();
            exact &= count.exact();
        }
        return new Mean((double) tokens / cases.size(), exact);
    }

    private TokenCount count(RenderedPrompt rendered, ModelId model) {
        return tokens.get().count(model, rendered.messages());
    }

    private Map<String, Object> marks(PromptTemplate template) {
        Map<String, Object> marks = new LinkedHashMap<>();
        for (PromptVariable variable : template.variables(partials())) {
            if (variable.defaultValue() == null) {
                marks.put(variable.name(), variable.name());
            }
        }
        return marks;
    }

    private PartialSource partials() {
        return registry.partials(null);
    }

    private PromptTemplate template(String name, String text) {
        return PromptTemplate.parse(WorkspacePaths.ofPrompt(name), text, registry.definitions(null))
                .requireValid();
    }
}
