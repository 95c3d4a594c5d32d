package dev.assay.provider.routing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.assay.llm.ChatRequest;
import dev.assay.llm.ChatResponse;
import dev.assay.llm.FinishReason;
import dev.assay.llm.Stage;
import dev.assay.settings.routing.Trigger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Looks whether an answer will do. */
record AnswerCheck(AnswerScorer scorer) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** A slow expression must not hold the call for long. */
    private static final int LONGEST_MATCHED = 200_000;

    /**
     * What came of it.
     *
     * @param reason why it will not do; empty where it will
     * @param calls those of judges
     */
    record Result(Optional<String> reason, List<Stage> calls) {}

    /** Asks in the order of the triggers; judges are asked last, since they cost money. */
    Result check(ChatRequest request, ChatResponse answer, List<Trigger> triggers) {
        for (Trigger trigger : triggers) {
            if (!(trigger instanceof Trigger.JudgedBelow) && applies(trigger, answer)) {
                return new Result(Optional.of(trigger.toString()), List.of());
            }
        }
        var calls = new ArrayList<Stage>();
        for (Trigger trigger : triggers) {
            if (trigger instanceof Trigger.JudgedBelow judged) {
                AnswerScorer.Scored scored = scorer.score(request, answer, judged);
                calls.addAll(scored.calls());
                Double value = scored.value();
                if (value == null) {
                    return new Result(Optional.of(judged.metric() + " could not be judged"), calls);
                }
                if (value < judged.below()) {
                    return new Result(Optional.of(judged + ": " + String.format(Locale.ROOT, "%.2f", value)), calls);
                }
            }
        }
        return new Result(Optional.empty(), calls);
    }

    private static boolean applies(Trigger trigger, ChatResponse answer) {
        return switch (trigger) {
            case Trigger.Simple simple -> applies(simple, answer);
            case Trigger.Matches matches -> {
                String text = answer.text();
                yield matches.pattern()
                        .matcher(text.substring(0, Math.min(LONGEST_MATCHED, text.length())))
                        .find();
            }
            case Trigger.ShorterThan shorter ->
                answer.toolCalls().isEmpty() && answer.text().strip().length() < shorter.characters();
            case Trigger.JudgedBelow judged -> false;
        };
    }

    private static boolean applies(Trigger.Simple simple, ChatResponse answer) {
        FinishReason finish = answer.finishReason();
        return switch (simple) {
            case EMPTY -> answer.text().isBlank() && answer.toolCalls().isEmpty();
            case REFUSAL -> finish == FinishReason.REFUSAL || finish == FinishReason.CONTENT_FILTER;
            case CUT_OFF -> finish == FinishReason.LENGTH || finish == FinishReason.CONTEXT_LIMIT;
            case INVALID_JSON -> !isJson(answer.text());
            case ERROR -> false;
        };
    }

    private static boolean isJson(String text) {
        try {
            JsonNode node = JSON.readTree(text);
            return node != null && node.isContainerNode();
        } catch (JsonProcessingException e) {
            return false;
        }
    }
}
