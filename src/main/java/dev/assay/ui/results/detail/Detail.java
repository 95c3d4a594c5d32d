package dev.assay.ui.results.detail;

import dev.assay.history.Cell;
import dev.assay.history.Invocation;
import dev.assay.history.Outcome;
import dev.assay.judge.Score;
import dev.assay.llm.Adjustment;
import dev.assay.llm.ChatResponse;
import dev.assay.llm.Message;
import dev.assay.llm.RawExchange;
import dev.assay.ui.fx.Messages;
import dev.assay.ui.results.AnswerFigures;
import dev.assay.ui.results.Figures;
import dev.assay.ui.results.JsonText;
import dev.assay.ui.results.rows.Attempt;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything there is to say about one answer, ready to show.
 *
 * @param output the answer, or why there is none
 * @param formatted the answer with its JSON or tool calls indented; empty where it has neither
 * @param figures latency, tokens and cost in one line; may be empty
 * @param notes what the user should know: the finish, parameters sent otherwise than asked for
 * @param messages the prompt as it was sent
 * @param scores one a metric
 * @param wireRequest the body sent, indented where it is JSON
 * @param wireResponse the body received, indented where it is JSON
 */
public record Detail(
        String output,
        Optional<String> formatted,
        String figures,
        List<String> notes,
        List<Message> messages,
        List<ScoreDetail> scores,
        String wireRequest,
        String wireResponse) {
    private static final Duration WORTH_TELLING = Duration.ofMillis(100);

    /**
     * A score with what the judge said.
     *
     * @param metric what was judged
     * @param value the score, or that there is none
     * @param reason the judge's reason, or why there is no score
     * @param judge who judged, in words
     * @param rawReplies what the judge replied, word for word, first call first
     */
    public record ScoreDetail(String metric, String value, String reason, String judge, List<String> rawReplies) {}

    /** The details of one repeat, as far as it is. */
    public static Detail of(Attempt attempt) {
        Cell cell = attempt.cell();
        if (cell == null) {
            return new Detail(
                    attempt.text(), JsonText.indented(attempt.text()), "", List.of(), List.of(), List.of(), "", "");
        }
        RawExchange raw = raw(cell.answer().outcome());
        return new Detail(
                attempt.text(),
                formatted(attempt, cell.answer().outcome()),
                AnswerFigures.line(cell),
                notes(cell),
                cell.answer().request().messages(),
                cell.scores().stream().map(score -> describe(score, cell)).toList(),
                indented(raw.request()),
                indented(raw.response()));
    }

    private static List<String> notes(Cell cell) {
        List<String> notes = new ArrayList<>();
        switch (cell.answer().outcome()) {
            case Outcome.Completed completed -> {
                cached(completed.response()).ifPresent(notes::add);
                notes.add(Messages.get("detail.finish", completed.response().finishReason()));
                completed.response().adjustments().forEach(adjustment -> notes.add(describe(adjustment)));
                completed.response().failedAttempts().forEach(failed -> notes.add(describe(failed)));
                Duration queued = completed.response().latency().queued();
                if (queued.compareTo(WORTH_TELLING) >= 0) {
                    notes.add(Messages.get("detail.queued", Figures.duration(queued)));
                }
            }
            case Outcome.Failed failed -> {
                notes.add(Messages.get("detail.error", failed.errorType()));
                failed.failedAttempts().forEach(before -> notes.add(describe(before)));
                if (!failed.partialText().isEmpty()) {
                    notes.add(Messages.get("detail.partial", failed.partialText()));
                }
            }
            case Outcome.Cancelled cancelled -> notes.add(Messages.get("results.state.cancelled"));
        }
        String requestId = raw(cell.answer().outcome()).requestId();
        if (requestId != null) {
            notes.add(Messages.get("detail.requestId", requestId));
        }
        return notes;
    }

    private static Optional<String> cached(ChatResponse response) {
        return switch (response.cache()) {
            case NONE -> Optional.empty();
            case HIT -> Optional.of(Messages.get("detail.cache.hit"));
            case SEMANTIC ->
                Optional.of(Messages.get("detail.cache.semantic", Figures.similarity(response.similarity())));
            case JOINED -> Optional.of(Messages.get("detail.cache.joined"));
            case EARLIER -> Optional.of(Messages.get("detail.cache.earlier"));
        };
    }

    private static String describe(Adjustment adjustment) {
        if (adjustment.parameter().equals("model")) {
            return Messages.get(
                    "detail.fallback", orNone(adjustment.asked()), orNone(adjustment.sent()), adjustment.reason());
        }
        if (adjustment.parameter().equals(ChatResponse.SIMILARITY)) {
            return Messages.get("detail.similar", adjustment.reason());
        }
        return Messages.get(
                "detail.adjusted",
                adjustment.parameter(),
                orNone(adjustment.asked()),
                orNone(adjustment.sent()),
                adjustment.reason());
    }

    private static String describe(dev.assay.llm.Attempt failed) {
        return Messages.get(
                "detail.failedBefore",
                Figures.duration(failed.took()),
                failed.message(),
                Figures.duration(failed.waited()));
    }

    private static String orNone(@Nullable String value) {
        return value == null ? Messages.get("detail.none") : value;
    }

    private static ScoreDetail describe(Score score, Cell cell) {
        List<String> replies = cell.judgeCalls().stream()
                .filter(call -> score.metric().equals(call.metric()))
                .map(Detail::reply)
                .toList();
        return switch (score) {
            case Score.Scored scored ->
                new ScoreDetail(
                        scored.metric(), Figures.score(scored.value()), scored.rationale(), judge(scored), replies);
            case Score.Unscored unscored ->
                new ScoreDetail(
                        unscored.metric(),
                        Messages.get("results.unscored"),
                        unscored.reason(),
                        judge(unscored),
                        replies);
        };
    }

    private static String judge(Score score) {
        return score.judge() == null ? Messages.get("detail.rule") : Messages.get("detail.judge", score.judge());
    }

    private static String reply(Invocation call) {
        return switch (call.outcome()) {
            case Outcome.Completed completed -> completed.response().output();
            case Outcome.Failed failed -> failed.message();
            case Outcome.Cancelled cancelled -> Messages.get("results.state.cancelled");
        };
    }

    private static RawExchange raw(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Completed completed -> completed.response().raw();
            case Outcome.Failed failed -> failed.raw();
            case Outcome.Cancelled cancelled -> RawExchange.NONE;
        };
    }

    private static String indented(String body) {
        return JsonText.indented(body).orElse(body);
    }

    private static Optional<String> formatted(Attempt attempt, Outcome outcome) {
        return outcome instanceof Outcome.Completed completed
                ? JsonText.indented(completed.response())
                : JsonText.indented(attempt.text());
    }
}
