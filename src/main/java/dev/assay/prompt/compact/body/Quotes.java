package dev.assay.prompt.compact.body;

import java.util.BitSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is quoted within a line: its white space may be what is meant. */
final class Quotes implements Guard {
    private static final Pattern QUOTED =
            Pattern.compile("`+[^\\n]*?`+|\"[^\"\\n]*\"|\u201c[^\u201d\\n]*\u201d|\u00ab[^\u00bb\\n]*\u00bb"
                    + "|(?<![\\w'])'[^'\\n]*'(?!\\w)|\\[[^\\]\\n]*\\]|\\([ \\t]*\\)");

    @Override
    public void protect(Stretch stretch, BitSet kept) {
        Matcher quoted = QUOTED.matcher(stretch.text()).region(stretch.from(), stretch.to());
        while (quoted.find()) {
            kept.set(quoted.start(), quoted.end());
        }
    }
}
