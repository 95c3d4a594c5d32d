package dev.assay.prompt.compact;

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
    private static final Pattern ELEMENT = Pattern.compile("(?is)<(example|sample)(\\s[^<>]*)?>(.*?)</\\1\\s*>");
    private static final Pattern PARAGRAPH = Pattern.compile(
            "(?im)(?<=\\A|\\n)[ \\t]*(?:\\*\\*)?example[ \\t]*\\d*(?:\\*\\*)?[ \\t]*[:.]\\s*((?:[^\\n]*\\S[^\\n]*(?:\\n|\\z))+)");

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
        find(body, stretch, ELEMENT, 3, examples);
        find(body, stretch, PARAGRAPH, 1, examples);
        return examples;
    }

    private static void find(PromptBody body, Stretch stretch, Pattern pattern, int group, List<Example> into) {
        Matcher found = pattern.matcher(stretch.text()).region(stretch.from(), stretch.to());
        while (found.find()) {
            String content = body.source()
                    .substring(found.start(group), found.end(group))
                    .strip();
            if (!content.isEmpty()) {
                into.add(new Example(found.start(), found.end(), content, body.scope(found.start())));
            }
        }
    }

    /** Whether nothing else stands on its lines, and no block begins or ends inside it. */
    private static boolean standsAlone(PromptBody body, Example example) {
        String source = body.source();
        boolean blank = source.substring(lineStart(source, example.start), example.start)
                        .isBlank()
                && source.substring(example.end, lineEnd(body, example.end)).isBlank();
        boolean joined = source.substring(example.end).stripLeading().startsWith("{{~")
                || source.substring(0, example.start).stripTrailing().endsWith("~}}");
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
