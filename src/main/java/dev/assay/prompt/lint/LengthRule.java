package dev.assay.prompt.lint;

import dev.assay.prompt.source.Problem;
import dev.assay.prompt.template.Node;
import dev.assay.prompt.template.Template;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A long prompt is hard to keep right, and each call pays for all of it. */
final class LengthRule {
    private static final int MOST_LINES = 400;
    private static final int MOST_CHARACTERS = 20_000;
    private static final int MOST_TOKENS = 4_000;

    private LengthRule() {}

    /**
     * Looks at the text of a prompt's body.
     *
     * @param start where the body begins
     * @param end where it ends
     * @param answer the longest answer in tokens, or null
     * @param window how many tokens the model may see, or null
     */
    static void check(
            Template template,
            int start,
            int end,
            @Nullable Integer answer,
            @Nullable Integer window,
            Consumer<Problem> problems) {
        String body = template.source().text().substring(start, end);
        int firstLine = body.indexOf('\n') < 0 ? end : start + body.indexOf('\n');
        long lines = body.lines().count();
        if (lines > MOST_LINES || body.length() > MOST_CHARACTERS) {
            problems.accept(new Problem(
                    "long-template",
                    "this prompt has " + lines + " lines and " + body.length()
                            + " characters: move what belongs together into partials",
                    start,
                    firstLine));
        }
        long tokens = tokens(template.nodes());
        int kept = answer == null ? 0 : answer;
        if (window != null && tokens + kept > window) {
            problems.accept(new Problem(
                    "token-count",
                    "the text alone has about " + tokens + " tokens"
                            + (kept == 0 ? "" : ", and " + kept + " are kept for the answer") + ", more than the "
                            + window + " of contextTokens: shorten it or raise contextTokens",
                    start,
                    firstLine));
        } else if (tokens > MOST_TOKENS) {
            problems.accept(new Problem(
                    "token-count",
                    "the text alone has about " + tokens
                            + " tokens before any value is put in, and each call pays for them:"
                            + " shorten it where you can",
                    start,
                    firstLine));
        }
    }

    /** An estimate: four Latin letters make a token, other letters one each. */
    private static long tokens(List<Node> nodes) {
        long tokens = 0;
        for (Node node : nodes) {
            if (node instanceof Node.Text text) {
                long latin = text.text().chars().filter(c -> c < 0x250).count();
                tokens += (latin + 3) / 4 + text.text().length() - latin;
            } else if (node instanceof Node.Block block) {
                tokens += block.branches().stream()
                        .mapToLong(branch -> tokens(branch.body()))
                        .max()
                        .orElse(0);
            }
        }
        return tokens;
    }
}
