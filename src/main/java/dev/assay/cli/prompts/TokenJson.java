package dev.assay.cli.prompts;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.llm.InputException;
import dev.assay.llm.Message;
import dev.assay.llm.ModelId;
import dev.assay.llm.Tool;
import dev.assay.pricing.CallEstimate;
import dev.assay.pricing.TokenCount;
import dev.assay.prompt.RenderedPrompt;
import dev.assay.workbench.Workbench;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Adds to a rendered prompt how many tokens it has, and what a call of a model comes to. */
final class TokenJson {
    /** Counts for no model in particular are estimates. */
    private static final ModelId UNKNOWN = new ModelId("unknown", "unknown");

    private TokenJson() {}

    /**
     * Adds tokens.
     *
     * @param document as {@link RenderedJson} makes it
     * @param asked the model that the user named, or null: then the prompt's own counts and no price is told
     * @param own the model that the prompt names, or null
     * @param counted what the provider itself counts, which goes before, or null where it was not asked
     */
    static void add(
            ObjectNode document,
            RenderedPrompt rendered,
            @Nullable ModelId asked,
            @Nullable String own,
            @Nullable TokenCount counted,
            Workbench workbench) {
        ModelId model = asked == null ? named(own) : asked;
        List<Message> messages = rendered.messages();
        for (int i = 0; i < messages.size(); i++) {
            if (document.at("/messages/" + i) instanceof ObjectNode node) {
                put(node, workbench.tokens().count(model, messages.get(i).text()));
            }
        }
        TokenCount total = workbench.tokens().count(model, messages);
        List<Tool> tools = rendered.tools();
        for (int i = 0; i < tools.size(); i++) {
            TokenCount tool = workbench
                    .tokens()
                    .tool(tools.get(i), text -> workbench.tokens().count(model, text));
            total = total.plus(tool);
            if (document.at("/tools/" + i) instanceof ObjectNode node) {
                put(node, tool);
            }
        }
        total = counted == null ? total : counted;
        put(document, total);
        if (asked != null) {
            call(
                    document.putObject("call"),
                    CallEstimate.of(asked, total, rendered.parameters().maxOutputTokens(), workbench.prices()));
        }
    }

    private static ModelId named(@Nullable String own) {
        try {
            return own == null ? UNKNOWN : ModelId.parse(own);
        } catch (InputException e) {
            return UNKNOWN;
        }
    }

    private static void put(ObjectNode node, TokenCount count) {
        node.putObject("tokens").put("count", count.tokens()).put("estimated", !count.exact());
    }

    private static void call(ObjectNode node, CallEstimate call) {
        node.put("model", call.model().toString());
        node.put("answerTokens", call.reserved());
        node.put("costUsd", call.cost() == null ? null : call.cost().usd());
        node.put("contextWindow", call.window() == null ? null : call.window().tokens());
        node.put("windowShare", call.share().orElse(null));
    }
}
