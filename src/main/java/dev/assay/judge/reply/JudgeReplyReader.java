package dev.assay.judge.reply;

import java.util.Optional;

/**
 * Reads a judge's reply, whatever form it takes. A retry costs a cent, a wrong number costs a verdict: what is not plain
 * is unreadable. Nothing is clamped, scaled or rounded. Immutable.
 */
public final class JudgeReplyReader {
    private final ProseReply prose;
    private final Scale scale;

    /** A reader of figures of a scale. */
    public JudgeReplyReader(Scale scale) {
        this.scale = scale;
        this.prose = new ProseReply(scale);
    }

    /** What the reply says. */
    public JudgeReply read(String reply) {
        Optional<String> spoken = SpokenText.of(reply);
        if (spoken.isEmpty()) {
            return new JudgeReply.Unreadable("a thought has no end, so there is no answer yet");
        }
        String text = spoken.get();
        Optional<JsonReply> json = JsonReply.find(text, scale);
        if (json.isPresent() && json.get().cannotJudge()) {
            return new JudgeReply.CannotJudge(json.get().reasoning());
        }
        Found found = json.map(JsonReply::score).orElseGet(() -> prose.score(text));
        String reasoning = json.map(JsonReply::reasoning).orElse(reply.strip());
        return found instanceof Found.Figure figure
                ? new JudgeReply.Points(figure.value(), reasoning)
                : new JudgeReply.Unreadable(why(text, json.isPresent(), found));
    }

    private String why(String text, boolean isJson, Found found) {
        if (text.isBlank()) {
            return "the reply is empty";
        }
        boolean nothing = found instanceof Found.Nothing;
        if (isJson) {
            return nothing
                    ? "its JSON has no score or rating"
                    : "the scores in its JSON are not one figure from " + scale;
        }
        return nothing
                ? "no figure in it is called a score"
                : "its figures contradict each other, are hedged, or are not on the scale from " + scale;
    }
}
