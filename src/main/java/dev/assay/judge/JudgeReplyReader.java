package dev.assay.judge;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads a judge's reply, whatever form it takes. A retry costs a cent, a wrong number costs a verdict: what is not plain
 * is unreadable. Nothing is clamped, scaled or rounded. Immutable.
 */
final class JudgeReplyReader {
    private static final Pattern THOUGHT = Pattern.compile("(?is)<(think|thinking)>.*?</\\1>");
    private static final Pattern INVISIBLE = Pattern.compile("[\\u200B-\\u200F\\u2060\\uFEFF\\uFE00-\\uFE0F\\u20E3]");

    /** Raised, lowered and vulgar figures would join the digits before them when normalised. */
    private static final Pattern SMALL_FIGURE =
            Pattern.compile("[\\u00B2\\u00B3\\u00B9\\u00BC-\\u00BE\\u2070-\\u209F\\u2150-\\u215F]");

    private final ProseReply prose;
    private final Scale scale;

    JudgeReplyReader(Scale scale) {
        this.scale = scale;
        this.prose = new ProseReply(scale);
    }

    JudgeReply read(String reply) {
        String plain =
                INVISIBLE.matcher(SMALL_FIGURE.matcher(reply).replaceAll("x")).replaceAll("");
        String text = THOUGHT.matcher(Normalizer.normalize(plain, Normalizer.Form.NFKC))
                .replaceAll(" ");
        if (text.toLowerCase(Locale.ROOT).contains("<think")) {
            return new JudgeReply.Unreadable();
        }
        Optional<JsonReply> json = JsonReply.find(text, scale);
        if (json.isPresent() && json.get().cannotJudge()) {
            return new JudgeReply.CannotJudge(json.get().reasoning());
        }
        Found found = json.map(JsonReply::score).orElseGet(() -> prose.score(text));
        String reasoning = json.map(JsonReply::reasoning).orElse(reply.strip());
        return found instanceof Found.Figure figure
                ? new JudgeReply.Points(figure.value(), reasoning)
                : new JudgeReply.Unreadable();
    }
}
