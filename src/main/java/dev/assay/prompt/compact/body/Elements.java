package dev.assay.prompt.compact.body;

import java.util.BitSet;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands between XML tags, but for those that are known to hold instructions. */
final class Elements implements Guard {
    private static final Pattern OPEN = Pattern.compile("<([A-Za-z][\\w.:-]*)(?:\\s[^<>]*)?>");
    private static final Set<String> INSTRUCTIONS = Set.of(
            "instructions",
            "instruction",
            "rules",
            "rule",
            "guidelines",
            "guideline",
            "constraints",
            "constraint",
            "requirements",
            "task",
            "role",
            "goal",
            "goals",
            "steps",
            "style",
            "tone",
            "policy",
            "system",
            "prompt");

    @Override
    public void protect(Stretch stretch, BitSet kept) {
        String text = stretch.text().substring(0, stretch.to());
        Matcher open = OPEN.matcher(text);
        var unclosed = new HashSet<String>();
        int at = stretch.from();
        while (at < stretch.to() && open.find(at)) {
            at = open.end();
            String name = open.group(1);
            int close = unclosed.contains(name) ? -1 : text.indexOf("</" + name, at);
            if (close < 0) {
                unclosed.add(name);
            } else if (!INSTRUCTIONS.contains(name.toLowerCase(Locale.ROOT))) {
                int end = text.indexOf('>', close);
                at = end < 0 ? stretch.to() : end + 1;
                kept.set(open.start(), at);
            }
        }
    }
}
