package dev.assay.prompt.compact.body;

import java.util.BitSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Code between fences of backticks or tildes; a fence that nothing closes reaches to the end of the message. */
final class FencedCode implements Guard {
    private static final Pattern FENCE = Pattern.compile("[\\s>]*(?:(?:[-*+]|\\d+[.)])\\s+)?(`{3,}|~{3,})(.*)");

    @Override
    public void protect(Stretch stretch, BitSet kept) {
        String open = "";
        for (BodyLine line : stretch.lines()) {
            Matcher fence = FENCE.matcher(stretch.text(line));
            boolean found = fence.matches();
            if (!open.isEmpty()) {
                kept.set(line.start(), line.next());
                if (found && fence.group(1).startsWith(open) && fence.group(2).isBlank()) {
                    open = "";
                }
            } else if (found && !fence.group(2).contains("`")) {
                kept.set(line.start(), line.next());
                open = fence.group(1);
            }
        }
    }
}
