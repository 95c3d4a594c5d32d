package dev.assay.provider.cache;

import dev.assay.llm.Adjustment;
import dev.assay.llm.CacheStatus;
import dev.assay.llm.ChatBatches;
import dev.assay.llm.ChatListener;
import dev.assay.llm.ChatRequest;
import dev.assay.llm.ChatResponse;
import dev.assay.llm.ContentPart;
import dev.assay.llm.EmbeddingRequest;
import dev.assay.llm.EmbeddingResponse;
import dev.assay.llm.FinishReason;
import dev.assay.llm.LlmException;
import dev.assay.llm.LlmProvider;
import dev.assay.llm.Message;
import dev.assay.llm.ModelId;
import dev.assay.llm.ModelInfo;
import dev.assay.llm.Moderation;
import dev.assay.provider.local.LocalProvider;
import dev.assay.provider.similar.Question;
import dev.assay.provider.similar.SimilarQuestions;
import dev.assay.provider.similar.SimilarQuestions.Match;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers a question by the answer kept of one that asks almost the same, by the local embedding model. Only the last
 * message of the user may differ: model, parameters, system prompt, earlier turns, form of answer and repeat are the
 * same. Requests with tools or media are never answered so, nor those longer than the model reads at once; nor is an
 * answer that calls a tool or did not come to its end ever given so. What it answers is marked with its similarity.
 * Thread-safe.
 */
public final class SimilarAnswers implements LlmProvider {
    private static final Logger LOG = LoggerFactory.getLogger(SimilarAnswers.class);

    private final CachedProvider cached;
    private final SimilarQuestions questions;
    private final double least;
    private final AtomicBoolean complained = new AtomicBoolean();

    /**
     * Similar answers after equal ones.
     *
     * @param cached knows the answers, and answers itself what was asked before
     * @param questions those answered before
     * @param least how similar two questions must be, above 0 up to 1
     */
    public SimilarAnswers(CachedProvider cached, SimilarQuestions questions, double least) {
        this.cached = cached;
        this.questions = questions;
        this.least = least;
    }

    @Override
    public ChatResponse chat(ChatRequest request, ChatListener listener) {
        Optional<String> place = cached.place(request);
        Optional<Question> asked = place.flatMap(where -> question(request, where));
        if (asked.isEmpty()) {
            return cached.chat(request, listener);
        }
        Question question = asked.get();
        if (!cached.knows(request)) {
            long start = System.nanoTime();
            for (Match match : questions.find(question, least)) {
                Optional<ChatResponse> known = cached.kept(match.key());
                if (known.isPresent()) {
                    questions.used(question.scope(), match.key());
                    return CachedProvider.told(marked(known.get(), match), request, start, listener);
                }
                questions.forget(question.scope(), match.key());
            }
        }
        ChatResponse response = cached.chat(request, listener);
        if (mayStand(response)) {
            questions.keep(question, RequestKey.of(request, place.get()));
        }
        return response;
    }

    /** What is asked, where another answer could stand for its own. */
    private Optional<Question> question(ChatRequest request, String place) {
        List<Message> messages = request.messages();
        boolean plain = messages.stream()
                .flatMap(message -> message.parts().stream())
                .allMatch(ContentPart.Text.class::isInstance);
        if (!plain || !request.tools().isEmpty() || !(messages.getLast() instanceof Message.User last)) {
            return Optional.empty();
        }
        String text = last.text();
        if (text.isBlank()) {
            return Optional.empty();
        }
        List<Message> others = new ArrayList<>(messages.subList(0, messages.size() - 1));
        others.add(new Message.User(List.of(new ContentPart.Text(""))));
        var rest = new ChatRequest(
                request.model(),
                others,
                request.parameters(),
                request.tools(),
                request.toolChoice(),
                request.format(),
                request.stream(),
                request.repeat());
        return vector(text).map(vector -> new Question(RequestKey.of(rest, place), text, vector));
    }

    /** Empty for a text that the model would read in parts, whose mean hides what differs, or where it does not run. */
    private Optional<float[]> vector(String text) {
        try {
            EmbeddingResponse embedded = cached.embed(new EmbeddingRequest(
                    LocalProvider.MODEL, List.of(text), null, EmbeddingRequest.Purpose.SIMILARITY));
            return embedded.adjustments().isEmpty()
                    ? Optional.of(embedded.vectors().getFirst())
                    : Optional.empty();
        } catch (LlmException e) {
            if (complained.compareAndSet(false, true)) {
                LOG.warn("The semantic cache is off, calls are made without it: {}", e.getMessage());
            }
            return Optional.empty();
        }
    }

    /** Also one that was found as equal: its question may be from before this cache was on. */
    private static boolean mayStand(ChatResponse response) {
        return response.finishReason() == FinishReason.STOP
                && response.toolCalls().isEmpty()
                && Entry.worthKeeping(response);
    }

    private ChatResponse marked(ChatResponse known, Match match) {
        var made = new ArrayList<>(known.adjustments());
        made.add(new Adjustment(
                ChatResponse.SIMILARITY,
                String.valueOf(least),
                String.format(Locale.ROOT, "%.3f", match.similarity()),
                "the answer to \u201c" + match.text() + "\u201d"));
        return known.withAdjustments(made).withCache(CacheStatus.SEMANTIC);
    }

    @Override
    public List<ModelId> models() {
        return cached.models();
    }

    @Override
    public void requireModel(ModelId model) {
        cached.requireModel(model);
    }

    @Override
    public Optional<ChatBatches> batches(ModelId model) {
        return cached.batches(model);
    }

    @Override
    public EmbeddingResponse embed(EmbeddingRequest request) {
        return cached.embed(request);
    }

    @Override
    public Moderation moderate(ModelId model, String text) {
        return cached.moderate(model, text);
    }

    @Override
    public long countTokens(ChatRequest request) {
        return cached.countTokens(request);
    }

    @Override
    public List<ModelInfo> listModels(String name) {
        return cached.listModels(name);
    }
}
