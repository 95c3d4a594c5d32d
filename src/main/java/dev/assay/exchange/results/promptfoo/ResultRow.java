package dev.assay.exchange.results.promptfoo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.exchange.results.content.AnswerText;
import dev.assay.history.Cell;
import dev.assay.history.Outcome;
import dev.assay.history.Run;
import dev.assay.history.RunVariant;
import dev.assay.judge.Score;
import dev.assay.llm.Message;
import dev.assay.llm.Usage;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/** One cell as promptfoo's {@code EvaluateResult}. */
final class ResultRow {
    /** promptfoo's {@code ResultFailureReason}. */
    private static final int NONE = 0;

    private static final int ASSERTION = 1;
    private static final int ERROR = 2;

    private static final ObjectMapper MAPPER = JsonMapper.builder().build();
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Run run;
    private final Cell cell;
    private final Map<String, Double> limits;

    /** @param limits by metric, the score below which an answer fails; empty where nothing was asked for */
    ResultRow(Run run, Cell cell, Map<String, Double> limits) {
        this.run = run;
        this.cell = cell;
        this.limits = limits;
    }

    ObjectNode json() {
        RunVariant variant = run.variants().get(cell.key().variant());
        ObjectNode node = JSON.objectNode();
        node.put(
                "id",
                run.id() + "-" + variant.label() + "-" + (cell.key().testCase() + 1) + "-"
                        + (cell.key().repeat() + 1));
        node.put("promptIdx", cell.key().variant());
        node.put("testIdx", cell.key().testCase());
        node.put("promptId", variant.blobId());
        node.putObject("provider").put("id", variant.model().toString()).put("label", variant.label());
        node.putObject("prompt").put("raw", messages()).put("label", PromptfooResults.label(variant));
        node.set("vars", MAPPER.valueToTree(cell.inputs()));
        ObjectNode test = node.putObject("testCase");
        test.set("vars", MAPPER.valueToTree(cell.inputs()));
        test.putArray("assert");
        outcome(node);
        node.put("success", passes());
        node.put("failureReason", isAnswered() ? passes() ? NONE : ASSERTION : ERROR);
        node.put("score", score());
        grading(node);
        if (cell.answer().cost() != null) {
            node.put("cost", cell.answer().cost().usd());
        }
        ObjectNode metadata = node.putObject("metadata");
        metadata.put("assayRepeat", cell.key().repeat() + 1);
        if (cell.expected() != null) {
            metadata.put("assayExpected", cell.expected());
        }
        return node;
    }

    boolean isAnswered() {
        return cell.answer().outcome() instanceof Outcome.Completed;
    }

    /** An answer passes unless a score of it is below what was asked for. */
    boolean passes() {
        return isAnswered()
                && cell.scores().stream()
                        .allMatch(score -> !(score instanceof Score.Scored scored)
                                || scored.value() >= limits.getOrDefault(score.metric(), 0.0));
    }

    /** promptfoo has one score a cell: the mean of those there are. */
    double score() {
        return cell.scores().stream()
                .filter(Score.Scored.class::isInstance)
                .mapToDouble(score -> ((Score.Scored) score).value())
                .average()
                .orElse(isAnswered() ? 1 : 0);
    }

    Duration latency() {
        return switch (cell.answer().outcome()) {
            case Outcome.Completed completed -> completed.response().latency().measured();
            case Outcome.Failed failed -> failed.elapsed();
            case Outcome.Cancelled cancelled -> Duration.ZERO;
        };
    }

    private void outcome(ObjectNode node) {
        AnswerText answer = AnswerText.of(cell);
        node.put("latencyMs", latency().toNanos() / 1e6);
        ObjectNode response = node.putObject("response");
        if (cell.answer().outcome() instanceof Outcome.Completed completed) {
            response.put("output", answer.text());
            usage(response.putObject("tokenUsage"), completed.response().usage());
            response.put(
                    "finishReason", completed.response().finishReason().name().toLowerCase(Locale.ROOT));
        } else {
            node.put("error", answer.text());
            response.put("error", answer.text());
        }
    }

    /** What was not reported is left out: it is not zero. */
    private static void usage(ObjectNode node, Usage usage) {
        Long input = usage.inputTokens();
        Long output = usage.outputTokens();
        if (input != null) {
            node.put("prompt", input);
        }
        if (output != null) {
            node.put("completion", output);
        }
        if (input != null && output != null) {
            node.put("total", input + output);
        }
    }

    private void grading(ObjectNode node) {
        ObjectNode named = node.putObject("namedScores");
        ObjectNode grading = node.putObject("gradingResult");
        grading.put("pass", passes());
        grading.put("score", score());
        grading.put("reason", isAnswered() ? "" : AnswerText.of(cell).text());
        ArrayNode components = grading.putArray("componentResults");
        for (Score score : cell.scores()) {
            if (score instanceof Score.Scored scored) {
                named.put(scored.metric(), scored.value());
                component(components.addObject(), scored);
            }
        }
    }

    private void component(ObjectNode node, Score.Scored scored) {
        double limit = limits.getOrDefault(scored.metric(), 0.0);
        node.put("pass", scored.value() >= limit);
        node.put("score", scored.value());
        node.put("reason", scored.rationale());
        ObjectNode assertion = node.putObject("assertion");
        assertion.put("type", "llm-rubric").put("metric", scored.metric());
        if (limits.containsKey(scored.metric())) {
            assertion.put("threshold", limit);
        }
    }

    private String messages() {
        ArrayNode array = JSON.arrayNode();
        for (Message message : cell.answer().request().messages()) {
            array.addObject()
                    .put("role", message.role().name().toLowerCase(Locale.ROOT))
                    .put("content", message.text());
        }
        return array.toString();
    }
}
