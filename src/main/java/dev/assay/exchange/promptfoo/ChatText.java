package dev.assay.exchange.promptfoo;

import dev.assay.exchange.chat.ChatMessages;
import dev.assay.exchange.document.JsonDocument;
import dev.assay.exchange.document.Value;
import dev.assay.exchange.document.YamlDocument;
import dev.assay.exchange.report.Report;
import dev.assay.llm.InputException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A chat in JSON or YAML. promptfoo fills templates in before it reads JSON that is none yet, so a value may stand bare as
 * {@code {{ x | dump }}} and earlier messages may come from a loop; both are read for what they mean.
 */
final class ChatText {
    /** The role of the message that stands for earlier ones. */
    static final String HISTORY = "@history";

    private static final Pattern BARE = Pattern.compile(
            "([:\\[,]\\s*)\\{\\{-?\\s*([^{}|\"]+?)\\s*\\|\\s*(?:dump|tojson)(?:\\(\\))?\\s*-?\\}\\}(?=\\s*[,}\\]])");
    private static final Pattern LOOP = Pattern.compile(
            "(?s)\\{%-?\\s*for\\s+\\w+\\s+in\\s+(\\w+)\\s*-?%\\}(\\s*,?\\s*\\{\\s*\"role\".*?)\\{%-?\\s*endfor\\s*-?%\\}\\s*,?");

    private ChatText() {}

    /** The messages, where the text is a list of them. */
    static Optional<Value> read(String text, String place, Report.Builder report) {
        if (text.startsWith("- role:")) {
            return chat(() -> YamlDocument.read("prompt", text));
        }
        return text.startsWith("[") ? json(text, place, report) : Optional.empty();
    }

    private static Optional<Value> json(String text, String place, Report.Builder report) {
        Optional<Value> plain = chat(() -> JsonDocument.read("prompt", text));
        if (plain.isPresent() || !text.contains("\"role\"")) {
            return plain;
        }
        Matcher loop = LOOP.matcher(text);
        String name = loop.find() ? loop.group(1) : "";
        String message = "{\"role\": \"" + HISTORY + "\", \"content\": \"" + name + "\"},";
        String quoted = BARE.matcher(name.isEmpty() ? text : loop.replaceFirst(message))
                .replaceAll("$1\"{{ $2 }}\"")
                .replaceAll(",(\\s*])", "$1");
        Optional<Value> read = chat(() -> JsonDocument.read("prompt", quoted));
        if (read.isEmpty()) {
            report.needsHand(
                    place, "a chat that is not plain JSON", "kept as one message: its templates change its structure");
        } else if (!name.isEmpty()) {
            report.needsHand(
                    place,
                    "the messages from the loop over " + name,
                    "became {{history}}: give them as earlier messages of the conversation");
        }
        return read;
    }

    private static Optional<Value> chat(java.util.function.Supplier<Value> reader) {
        try {
            return Optional.of(reader.get()).filter(ChatMessages::isChat);
        } catch (InputException e) {
            // Templates around the structure, or text that only begins like a list.
            return Optional.empty();
        }
    }
}
