package dev.assay.exchange.promptfoo;

import dev.assay.exchange.chat.Parameters;
import dev.assay.exchange.chat.PromptDraft;
import dev.assay.exchange.chat.Tools;
import dev.assay.exchange.document.Value;
import dev.assay.exchange.report.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The model of a prompt among promptfoo's providers. */
final class Providers {
    private static final Set<String> KINDS = Set.of("chat", "completion", "messages", "responses", "embedding");

    private Providers() {}

    /** Gives the first provider to a prompt; the others are named in the report. */
    static void read(Value providers, PromptDraft draft, Report.Builder report) {
        if (!providers.exists()) {
            return;
        }
        List<Value> all = providers.isList() ? providers.items() : List.of(providers);
        if (!all.isEmpty()) {
            first(all.getFirst(), draft, report);
            for (Value other : all.subList(1, all.size())) {
                report.leftOut(
                        other.place(),
                        "provider " + id(other),
                        "left out: a prompt has one model; name more of them in a comparison");
            }
        }
    }

    /** A provider is a name, a record with its name, or its name as the key of its settings. */
    private static String id(Value provider) {
        if (provider.isText()) {
            return provider.textOr("");
        }
        return provider.get("id").isText()
                ? provider.get("id").textOr("")
                : provider.fields().keySet().stream().findFirst().orElse("");
    }

    private static Value config(Value provider) {
        return provider.get("id").isText()
                ? provider.get("config")
                : provider.get(id(provider)).get("config");
    }

    private static void first(Value provider, PromptDraft draft, Report.Builder report) {
        String id = id(provider);
        List<String> words = new ArrayList<>(List.of(id.split(":", 3)));
        if (words.size() == 3 && KINDS.contains(words.get(1))) {
            words.remove(1);
        }
        if (words.size() < 2 || id.matches("(file|exec|python|javascript|https?|wss?|package):.*")) {
            report.needsHand(provider.place(), "provider " + id, "left out: write the model into the prompt");
            return;
        }
        String vendor = Map.of("google", "gemini", "vertex", "gemini").getOrDefault(words.getFirst(), words.getFirst());
        String model = vendor + "/" + String.join(":", words.subList(1, words.size()));
        draft.put("model", model);
        report.converted(provider.place(), "provider " + id, "model: " + model);
        Value config = config(provider);
        Parameters.read(config, draft, "promptfoo", Set.of("response_format", "tools", "functions"), report);
        Tools.read(config.get("tools").items(), draft, report);
        Tools.read(config.get("functions").items(), draft, report);
        draft.format(config.get("response_format"), report);
    }
}
