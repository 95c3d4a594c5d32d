package dev.assay.prompt.compact;

import dev.assay.prompt.compact.body.BodyLine;
import dev.assay.prompt.compact.body.PromptBody;
import dev.assay.prompt.compact.body.Scope;
import dev.assay.prompt.compact.body.Stretch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Examples between tags, or in a paragraph that begins with {@code Example}, that stood in the same message before. */
final class RepeatedExamples implements Finder {
    private static final Pattern ELEMENT = Pattern.compile("(?i)<(example|sample)(?:\\s[^<>]*)?>");
    private static final Pattern LABEL =
            Pattern.compile("(?i)[ \\t]*(?:\\*\\*)?example[ \\t]*\\d*(?:\\*\\*)?[ \\t]*[:.]");

    /** Farther away a tag with a tilde joins nothing that anybody would write. */
    private static final int NEAR = 200;

    /**
     * An example.
     *
     * @param start where its first line starts, or its tag
     * @param end after its last character
     * @param content what it is compared by
     */
    private record Example(int start, int end, String content, Scope scope) {}

    @Override
    public List<CompactEdit> find(PromptBody body) {
        var cut = new Cut(body);
        var edits = new ArrayList<CompactEdit>();
        Map<String, List<Example>> seen = new HashMap<>();
        for (Stretch stretch : body.stretches()) {
            for (Example example : examples(body, stretch)) {
                List<Example> alike = seen.computeIfAbsent(example.content, content -> new ArrayList<>());
                Optional<Example> before = alike.stream()
                        .filter(earlier -> covers(body, earlier, example))
                        .findFirst();
                if (before.isEmpty() || !standsAlone(body, example)) {
                    alike.add(example);
                    continue;
                }
                String reason = "the example of line " + cut.line(before.get().start) + " again";
                edits.add(cut.lines(
                        lineStart(body.source(), example.start),
                        lineEnd(body, example.end),
                        CompactRule.REPEATED_EXAMPLE,
                        reason));
            }
        }
        return edits;
    }

    /** With a tag in it, an example is the same only where names mean the same. */
    private static boolean covers(PromptBody body, Example earlier, Example later) {
        return body.hasTag(later.start, later.end)
                ? earlier.scope.equals(later.scope)
                : earlier.scope.covers(later.scope);
    }

    private static List<Example> examples(PromptBody body, Stretch stretch) {
        var examples = new ArrayList<Example>();
        elements(body, stretch, examples);
        paragraphs(body, stretch, examples);
        return examples;
    }

    private static void elements(PromptBody body, Stretch stretch, List<Example> into) {
        String text = stretch.text().substring(0, stretch.to());
        Matcher open = ELEMENT.matcher(text);
        int at = stretch.from();
        while (at < text.length() && open.find(at)) {
            int close = text.indexOf("</" + open.group(1), open.end());
            int end = close < 0 ? -1 : text.indexOf('>', close);
            if (end < 0) {
                return;
            }
            add(body, open.start(), open.end(), close, end + 1, into);
            at = end + 1;
        }
    }

    private static void paragraphs(PromptBody body, Stretch stretch, List<Example> into) {
        List<BodyLine> lines = stretch.lines();
        int i = 0;
        while (i < lines.size()) {
            BodyLine first = lines.get(i);
            Matcher label = LABEL.matcher(stretch.text(first));
            i++;
            if (label.lookingAt()) {
                while (i < lines.size() && !stretch.isBlank(lines.get(i))) {
                    i++;
                }
                int end = lines.get(i - 1).next();
                add(body, first.start(), first.start() + label.end(), end, end, into);
            }
        }
    }

    private static void add(PromptBody body, int start, int from, int to, int end, List<Example> into) {
        String content = body.source().substring(from, to).strip();
        if (!content.isEmpty()) {
            into.add(new Example(start, end, content, body.scope(start)));
        }
    }

    /** Whether nothing else stands on its lines, and no block begins or ends inside it. */
    private static boolean standsAlone(PromptBody body, Example example) {
        String source = body.source();
        boolean blank = source.substring(lineStart(source, example.start), example.start)
                        .isBlank()
                && source.substring(example.end, lineEnd(body, example.end)).isBlank();
        boolean joined = source.substring(example.end, Math.min(source.length(), example.end + NEAR))
                        .stripLeading()
                        .startsWith("{{~")
                || source.substring(Math.max(0, example.start - NEAR), example.start)
                        .stripTrailing()
                        .endsWith("~}}");
        return blank && !joined && body.scope(example.start).equals(body.scope(example.end - 1));
    }

    private static int lineStart(String source, int offset) {
        return source.lastIndexOf('\n', offset - 1) + 1;
    }

    private static int lineEnd(PromptBody body, int end) {
        if (body.source().startsWith("\n", end - 1)) {
            return end;
        }
        int feed = body.source().indexOf('\n', end);
        return feed < 0 ? body.end() : Math.min(feed + 1, body.end());
    }
}
