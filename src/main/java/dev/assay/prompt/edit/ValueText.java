package dev.assay.prompt.edit;

/** Replaces the value of one entry. Each method returns the new text. */
final class ValueText {
    private final String text;
    private final String eol;
    private final YamlNode.Child child;

    ValueText(String text, String eol, YamlNode.Child child) {
        this.text = text;
        this.eol = eol;
        this.child = child;
    }

    /** Between brackets. */
    String inFlow(String written) {
        YamlNode value = child.value();
        boolean colon = text.substring(child.keyEnd(), value.start()).contains(":");
        String before = value.start() < value.end() ? "" : child.key() == null ? "" : colon ? " " : ": ";
        return splice(value.start(), value.end(), before + written);
    }

    /**
     * Behind a key or dash; a comment on that line stays there.
     *
     * @param column of the key or dash
     * @param keepComments whether the comments within the old value stay too
     */
    String inBlock(YamlWriter.Written written, int column, boolean keepComments) {
        YamlNode value = child.value();
        boolean below = value instanceof YamlNode.Branch branch && !branch.flow();
        if (below) {
            return overBranch(written, column, keepComments);
        }
        boolean block = value instanceof YamlNode.Scalar scalar && scalar.style() == YamlNode.Style.BLOCK;
        int headEnd = block ? afterIndicator(value.start()) : value.end();
        String rest = text.substring(headEnd, TextLines.end(text, headEnd));
        int end = block ? value.end() : TextLines.end(text, headEnd);
        return assemble(beforeValue(value.start()), written, rest, "", Math.max(end, TextLines.end(text, headEnd)));
    }

    private String overBranch(YamlWriter.Written written, int column, boolean keepComments) {
        YamlNode value = child.value();
        int keyLineEnd = TextLines.end(text, child.keyEnd());
        boolean besideDash = value.start() <= keyLineEnd;
        int colon = child.key() == null ? child.start() + 1 : text.indexOf(':', child.keyEnd()) + 1;
        int bodyStart = TextLines.next(text, keyLineEnd);
        String pad = " ".repeat(column + 1);
        String comments = keepComments
                ? new BlockText(text, eol, (YamlNode.Branch) value).comments(bodyStart, value.end(), child, pad, eol)
                : "";
        String rest = besideDash ? "" : text.substring(colon, keyLineEnd);
        return assemble(text.substring(0, colon), written, rest, comments, TextLines.end(text, value.end()));
    }

    private String assemble(String before, YamlWriter.Written written, String rest, String comments, int end) {
        boolean literal = written.head().startsWith("|");
        String body = written.lines().isEmpty() ? "" : eol + String.join(eol, written.lines());
        String kept = comments.isEmpty() ? "" : eol + comments.substring(0, comments.length() - eol.length());
        return before
                + (written.head().isEmpty() ? "" : " " + written.head())
                + rest
                + (literal ? body + kept : kept + body)
                + text.substring(end);
    }

    /** What stands before a value, without the blanks that end it. */
    private String beforeValue(int start) {
        int end = start;
        while (end > child.keyEnd() && (text.charAt(end - 1) == ' ' || text.charAt(end - 1) == '\t')) {
            end--;
        }
        boolean ownLine = end == TextLines.start(text, start);
        return ownLine ? text.substring(0, Math.max(end, start - 1)) : text.substring(0, end);
    }

    private int afterIndicator(int start) {
        int at = start + 1;
        while (at < text.length() && "0123456789+-".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }

    private String splice(int from, int to, String inserted) {
        return text.substring(0, from) + inserted + text.substring(to);
    }
}
