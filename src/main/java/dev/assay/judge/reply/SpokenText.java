package dev.assay.judge.reply;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a reply says aloud: without thoughts and invisible signs, letters and figures in their plain form. */
final class SpokenText {
    private static final Pattern THOUGHT_BEGINS = Pattern.compile("(?i)<(think|thinking)>");

    /** Some servers send thoughts without the tag that opens them. */
    private static final Pattern STRAY_END = Pattern.compile("(?i)</think(?:ing)?>");

    private static final Pattern INVISIBLE = Pattern.compile("[\\u200B-\\u200F\\u2060\\uFEFF\\uFE00-\\uFE0F\\u20E3]");

    /** Raised, lowered and vulgar figures would join the digits before them when normalised. */
    private static final Pattern SMALL_FIGURE =
            Pattern.compile("[\\u00B2\\u00B3\\u00B9\\u00BC-\\u00BE\\u2070-\\u209F\\u2150-\\u215F]");

    private SpokenText() {}

    /** Empty where a thought has no end, because then there is no answer yet. */
    static Optional<String> of(String reply) {
        String plain =
                INVISIBLE.matcher(SMALL_FIGURE.matcher(reply).replaceAll("x")).replaceAll("");
        return withoutThoughts(Normalizer.normalize(plain, Normalizer.Form.NFKC));
    }

    /** The text without its closed thoughts; empty where a thought has no end, because then there is no answer yet. */
    private static Optional<String> withoutThoughts(String text) {
        var spoken = new StringBuilder();
        Matcher opening = THOUGHT_BEGINS.matcher(text);
        int from = 0;
        while (opening.find(from)) {
            Matcher closing = Pattern.compile("</" + opening.group(1) + ">", Pattern.CASE_INSENSITIVE)
                    .matcher(text);
            if (!closing.find(opening.end())) {
                return Optional.empty();
            }
            spoken.append(text, from, opening.start()).append(' ');
            from = closing.end();
        }
        Matcher stray = STRAY_END.matcher(text);
        while (stray.find(from)) {
            spoken.setLength(0);
            from = stray.end();
        }
        return Optional.of(spoken.append(text, from, text.length()).toString());
    }
}
