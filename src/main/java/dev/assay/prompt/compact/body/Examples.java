package dev.assay.prompt.compact.body;

import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Examples that are told by a heading or a label, with their questions and answers. */
final class Examples implements Guard {
    private static final Pattern HEADING = Pattern.compile("\\s*(#{1,6})\\s.*");
    private static final Pattern LABEL = Pattern.compile(
            "(?i)[\\s>*_#-]*(?:(?:here (?:is|are)|few[- ]shot|worked|some|an?|good|bad|the following)\\s+)*"
                    + "(?:examples?|samples?|e\\.g\\.|for example|for instance)\\b.*");
    private static final Pattern TURN = Pattern.compile(
            "(?i)[\\s>*_-]*(?:input|output|question|answer|q|a|user|assistant|human|ai|model|bot|customer|agent|before|after)"
                    + "\\s*\\d*[*_]*\\s*:.*");

    @Override
    public void protect(Stretch stretch, BitSet kept) {
        List<BodyLine> lines = stretch.lines();
        int level = 0;
        boolean inside = false;
        for (int i = 0; i < lines.size(); i++) {
            String text = stretch.text(lines.get(i));
            boolean begins = i == 0 || stretch.isBlank(lines.get(i - 1));
            boolean told = LABEL.matcher(text).matches();
            Matcher heading = HEADING.matcher(text);
            if (heading.matches()) {
                int own = heading.group(1).length();
                level = told ? (level == 0 ? own : Math.min(level, own)) : own <= level ? 0 : level;
                inside = false;
            } else if (told || TURN.matcher(text).matches()) {
                inside = true;
            } else if (begins && !text.isBlank() && !follows(stretch, i)) {
                inside = false;
            }
            if (inside || level > 0) {
                kept.set(lines.get(i).start(), lines.get(i).next());
            }
        }
    }

    /** Whether a paragraph stands below a label that nothing else stands under. */
    private static boolean follows(Stretch stretch, int index) {
        int above = index - 1;
        while (above >= 0 && stretch.isBlank(stretch.lines().get(above))) {
            above--;
        }
        if (above < 0) {
            return false;
        }
        String text = stretch.text(stretch.lines().get(above)).strip();
        return text.endsWith(":")
                && (LABEL.matcher(text).matches() || TURN.matcher(text).matches());
    }
}
