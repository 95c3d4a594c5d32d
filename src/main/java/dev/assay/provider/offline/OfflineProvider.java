package dev.assay.provider.offline;

import dev.assay.llm.Adjustment;
import dev.assay.llm.CancelledException;
import dev.assay.llm.ChatListener;
import dev.assay.llm.ChatRequest;
import dev.assay.llm.ChatResponse;
import dev.assay.llm.FinishReason;
import dev.assay.llm.Latency;
import dev.assay.llm.LlmException;
import dev.assay.llm.LlmProvider;
import dev.assay.llm.ModelId;
import dev.assay.llm.ModelInfo;
import dev.assay.llm.RawExchange;
import dev.assay.llm.ResponseFormat;
import dev.assay.llm.Usage;
import dev.assay.pricing.TokenCounter;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A provider that needs no key and no network. It is not a language model: it answers with whole sentences of the
 * prompt's input, fills JSON schemas from them, and obeys no instruction but a limit on sentences. The same request
 * always gets the same answer. Tokens are counted by a real tokenizer. Immutable.
 */
public final class OfflineProvider implements LlmProvider {
    /** The name under which its models are called. */
    public static final String NAME = "offline";

    /** What it is, for every place that shows its answers. */
    public static final String DESCRIPTION = "offline demo model: extractive, not an LLM";

    private static final Pattern BEFORE_WORD = Pattern.compile("(?<=\\s)(?=\\S)");

    private final TokenCounter tokens = new TokenCounter();
    private final JsonWriter json = new JsonWriter();
    private final LexicalJudge judge = new LexicalJudge();

    @Override
    public List<ModelId> models() {
        return Arrays.stream(Style.values())
                .map(style -> new ModelId(NAME, style.modelName()))
                .toList();
    }

    @Override
    public List<ModelInfo> listModels(String provider) {
        return models().stream().map(ModelInfo::of).toList();
    }

    @Override
    public ChatResponse chat(ChatRequest request, ChatListener listener) {
        Style style = style(request.model());
        requireNotInterrupted(request.model(), "");
        // Counted before the clock starts: loading the tokenizer for the first call is no part of the answer's latency.
        long inputTokens = tokens.count(request.model(), request.messages()).tokens();
        long start = System.nanoTime();
        String full = write(style, request);
        String stopped = upToStop(full, request.parameters().stop());
        Integer cap = request.parameters().maxOutputTokens();
        String text = cap == null ? stopped : tokens.head(request.model(), stopped, cap);
        Duration firstToken = request.stream() ? stream(request.model(), text, listener, start) : null;
        requireNotInterrupted(request.model(), text);
        return new ChatResponse(
                text,
                "",
                text.length() < stopped.length() ? FinishReason.LENGTH : FinishReason.STOP,
                null,
                Usage.of(inputTokens, tokens.count(request.model(), text).tokens()),
                new Latency(Duration.ZERO, since(start), null, firstToken),
                null,
                request.model().model(),
                adjustments(request),
                RawExchange.NONE);
    }

    private String write(Style style, ChatRequest request) {
        return switch (request.format()) {
            case ResponseFormat.PlainText plain -> new Extractor(style).answer(PromptParts.of(request.messages()));
            case ResponseFormat.JsonObject object -> json.object(style, PromptParts.of(request.messages()));
            case ResponseFormat.JsonSchema shape ->
                switch (shape.name()) {
                    case LexicalJudge.SCHEMA_NAME -> judge.reply(request.messages());
                    case LexicalJudge.PREFERENCE_NAME -> judge.preference(request.messages());
                    case LexicalJudge.CLAIMS_NAME -> judge.claims(request.messages());
                    case LexicalJudge.VERDICTS_NAME -> judge.verdicts(request.messages());
                    default -> json.fill(style, request.model(), shape.schema(), PromptParts.of(request.messages()));
                };
        };
    }

    @Override
    public void requireModel(ModelId model) {
        style(model);
    }

    private Style style(ModelId model) {
        return Arrays.stream(Style.values())
                .filter(style -> model.equals(new ModelId(NAME, style.modelName())))
                .findFirst()
                .orElseThrow(() -> new LlmException.UnknownModel(
                        "There is no model " + model + "; the offline models are "
                                + models().stream().map(ModelId::toString).collect(Collectors.joining(" and ")),
                        LlmException.Detail.of(model)));
    }

    /** Passes the text on word by word and returns when the first word was there; null where there is none. */
    private static @Nullable Duration stream(ModelId model, String text, ChatListener listener, long start) {
        if (text.isEmpty()) {
            return null;
        }
        Duration first = since(start);
        int sent = 0;
        for (String word : BEFORE_WORD.split(text)) {
            requireNotInterrupted(model, text.substring(0, sent));
            listener.onText(word);
            sent += word.length();
        }
        return first;
    }

    private static List<Adjustment> adjustments(ChatRequest request) {
        int sentences = Sentences.of(PromptParts.of(request.messages()).input()).size();
        return sentences <= Passages.READ_AT_MOST
                ? List.of()
                : List.of(new Adjustment(
                        "input",
                        sentences + " sentences",
                        Passages.READ_AT_MOST + " sentences",
                        "the offline demo model reads only the first " + Passages.READ_AT_MOST));
    }

    private static String upToStop(String text, List<String> stops) {
        int end = stops.stream()
                .filter(stop -> !stop.isEmpty())
                .mapToInt(text::indexOf)
                .filter(at -> at >= 0)
                .min()
                .orElse(text.length());
        return text.substring(0, end);
    }

    private static void requireNotInterrupted(ModelId model, String partialText) {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancelledException("The call to " + model + " was stopped", partialText);
        }
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
