package dev.assay.ui.prompts.preview;

import dev.assay.llm.Message;
import dev.assay.llm.ModelId;
import dev.assay.llm.Tool;
import dev.assay.pricing.CallEstimate;
import dev.assay.pricing.PriceTable;
import dev.assay.pricing.TokenCount;
import dev.assay.pricing.TokenCounter;
import dev.assay.prompt.RenderedPrompt;
import dev.assay.ui.fx.LatestTask;
import dev.assay.ui.fx.Messages;
import dev.assay.ui.fx.Tasks;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/** The exact messages that would be sent, while they are written. */
public final class PreviewViewModel {
    private final TextRenderer renderer;
    private final TokenCounter tokens;
    private final Supplier<PriceTable> prices;
    private final LatestTask rendering;
    private final Map<Counted, TokenCount> counted = new ConcurrentHashMap<>();
    private final ReadOnlyObjectWrapper<@Nullable Preview> preview = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper hint = new ReadOnlyStringWrapper("");

    public PreviewViewModel(TextRenderer renderer, TokenCounter tokens, Supplier<PriceTable> prices, Tasks tasks) {
        this.renderer = renderer;
        this.tokens = tokens;
        this.prices = prices;
        rendering = new LatestTask(tasks);
    }

    /**
     * Renders a text for one or more models; tokens of the messages are those of the first.
     *
     * Where that fails, the last good preview stays beside the problem.
     */
    public void show(String name, String text, Map<String, Object> inputs, List<ModelId> models) {
        rendering.run(
                () -> preview(renderer.render(name, text, inputs), models),
                made -> {
                    hint.set("");
                    problem.set("");
                    preview.set(made);
                },
                failure -> {
                    hint.set("");
                    problem.set(failure.summary());
                });
    }

    /**
     * Waits for values: a prompt that nobody has filled in yet is not a mistake.
     *
     * @param missing names of the variables that have no value yet
     * @param refused names of those whose text is no value of their type
     */
    public void await(List<String> missing, List<String> refused) {
        String waiting = refused.isEmpty()
                ? Messages.get("prompts.missing", String.join(", ", missing))
                : Messages.get("prompts.refused", String.join(", ", refused));
        rendering.run(
                () -> waiting,
                shown -> {
                    problem.set("");
                    hint.set(shown);
                },
                failure -> problem.set(failure.summary()));
    }

    /** Forgets the preview, as when another prompt is opened. */
    public void clear() {
        preview.set(null);
        problem.set("");
        hint.set("");
    }

    private Preview preview(RenderedPrompt rendered, List<ModelId> models) {
        List<Message> messages = rendered.messages();
        var used = new HashSet<Counted>();
        PriceTable priced = prices.get();
        var calls = models.stream()
                .map(model -> CallEstimate.of(
                        model,
                        input(rendered, model, used),
                        rendered.parameters().maxOutputTokens(),
                        priced))
                .toList();
        var parts = messages.stream()
                .map(message -> new Preview.Part(message, count(models.getFirst(), message.text(), used)))
                .toList();
        var tools = rendered.tools().stream()
                .map(tool ->
                        new Preview.ToolPart(tool, tokens.tool(tool, text -> count(models.getFirst(), text, used))))
                .toList();
        counted.keySet().retainAll(used);
        return new Preview(parts, tools, rendered.toolChoice(), calls.getFirst().input(), calls);
    }

    private TokenCount input(RenderedPrompt rendered, ModelId model, Set<Counted> used) {
        TokenCount total = tokens.total(rendered.messages(), text -> count(model, text, used));
        for (Tool tool : rendered.tools()) {
            total = total.plus(tokens.tool(tool, text -> count(model, text, used)));
        }
        return total;
    }

    /** While one message is written the others stay as they are: they are counted once. */
    private TokenCount count(ModelId model, String text, Set<Counted> used) {
        var key = new Counted(model, text);
        used.add(key);
        return counted.computeIfAbsent(key, missing -> tokens.count(model, text));
    }

    private record Counted(ModelId model, String text) {}

    /** The last good preview; null while there is none. */
    public ReadOnlyObjectProperty<@Nullable Preview> previewProperty() {
        return preview.getReadOnlyProperty();
    }

    /** Why the text cannot be rendered as it is now, one line; empty where it can. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Which values are waited for; empty where there is nothing to wait for. */
    public ReadOnlyStringProperty hintProperty() {
        return hint.getReadOnlyProperty();
    }
}
