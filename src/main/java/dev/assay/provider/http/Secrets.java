package dev.assay.provider.http;

import dev.assay.llm.ContentPart.ToolCall;
import dev.assay.settings.ProviderSettings;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/** Takes the keys of a provider out of texts: some servers repeat the key they refuse. */
final class Secrets {
    /** Shorter ones stand in texts by chance; no provider's key is that short. */
    private static final int SHORTEST = 6;

    private final List<String> secrets;

    Secrets(ProviderSettings settings, Stream<String> others) {
        secrets = Stream.concat(settings.secrets(), others)
                .filter(secret -> secret.length() >= SHORTEST)
                .flatMap(Secrets::spellings)
                .distinct()
                .toList();
    }

    /** The same for all that people read of an answer. */
    Answer hide(Answer answer) {
        String id = answer.id();
        String model = answer.model();
        String reason = answer.rawFinishReason();
        return new Answer(
                hide(answer.text()),
                hide(answer.reasoning()),
                answer.toolCalls().stream().map(this::hide).toList(),
                answer.finishReason(),
                reason == null ? null : hide(reason),
                answer.usage(),
                id == null ? null : hide(id),
                model == null ? null : hide(model));
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

    /** The text with every key replaced by {@code ***}. */
    String hide(String text) {
        String hidden = text;
        for (String secret : secrets) {
            hidden = hidden.replace(secret, "***");
        }
        return hidden;
    }
}
