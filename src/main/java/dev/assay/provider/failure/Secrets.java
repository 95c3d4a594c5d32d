package dev.assay.provider.failure;

import dev.assay.llm.ContentPart;
import dev.assay.llm.ContentPart.ToolCall;
import dev.assay.provider.wire.Answer;
import dev.assay.settings.ProviderSettings;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Takes the keys of a provider out of texts: some servers repeat the key they refuse. */
public final class Secrets {
    /** Shorter ones stand in texts by chance; no provider's key is that short. */
    private static final int SHORTEST = 6;

    private final List<String> secrets;

    /** @param others keys beside those of the settings */
    public Secrets(ProviderSettings settings, Stream<String> others) {
        secrets = Stream.concat(settings.secrets(), others)
                .filter(secret -> secret.length() >= SHORTEST)
                .flatMap(Secrets::spellings)
                .distinct()
                // The longest first: one key may begin with another.
                .sorted(Comparator.comparing(String::length).reversed())
                .toList();
    }

    /** The same for all that people read of an answer. */
    public Answer hide(Answer answer) {
        String id = answer.id();
        String model = answer.model();
        String reason = answer.rawFinishReason();
        return new Answer(
                hide(answer.text()),
                hide(answer.reasoning()),
                answer.toolCalls().stream().map(this::hide).toList(),
                answer.parts().stream().map(this::hide).toList(),
                answer.finishReason(),
                reason == null ? null : hide(reason),
                answer.usage(),
                id == null ? null : hide(id),
                model == null ? null : hide(model));
    }

    private ContentPart hide(ContentPart part) {
        return switch (part) {
            case ContentPart.Text text -> new ContentPart.Text(hide(text.text()));
            case ToolCall call -> hide(call);
            case ContentPart.Reasoning thought ->
                new ContentPart.Reasoning(hide(thought.text()), thought.signature(), thought.redacted(), thought.id());
            case ContentPart.Media media -> media;
            case ContentPart.ToolResult result -> result;
        };
    }

    private ToolCall hide(ToolCall call) {
        return new ToolCall(hide(call.id()), hide(call.name()), hide(call.arguments()));
    }

    /** Some servers escape the slash in JSON, repeat an address, or what they got in a header. */
    private static Stream<String> spellings(String secret) {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        return Stream.of(
                secret,
                secret.replace("/", "\\/"),
                URLEncoder.encode(secret, StandardCharsets.UTF_8),
                Base64.getEncoder().withoutPadding().encodeToString(bytes),
                Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** Up to where no key that is not complete yet can begin in a text that goes on. */
    public int certain(String text) {
        int end = text.length();
        for (String secret : secrets) {
            end = Math.min(end, text.length() - begun(secret, text));
        }
        for (boolean moved = true; moved; ) {
            moved = false;
            for (String secret : secrets) {
                // A complete key is not to be cut where the beginning of another one overlaps it.
                int at = text.indexOf(secret, Math.max(0, end - secret.length() + 1));
                if (at >= 0 && at < end && at + secret.length() > end) {
                    end = at;
                    moved = true;
                }
            }
        }
        return end;
    }

    /** How much of a key, but not all of it, the text ends with. */
    private static int begun(String secret, String text) {
        int length = Math.min(secret.length() - 1, text.length());
        while (length > 0 && !secret.regionMatches(0, text, text.length() - length, length)) {
            length--;
        }
        return length;
    }

    /** The text with every key replaced by {@code ***}. */
    public String hide(String text) {
        String hidden = text;
        for (String secret : secrets) {
            hidden = hidden.replace(secret, "***");
        }
        return hidden;
    }
}
