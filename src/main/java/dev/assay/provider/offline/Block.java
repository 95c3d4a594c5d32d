package dev.assay.provider.offline;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of a text set apart by tags, {@code <notes>...</notes>}, or by a fence of three backticks.
 *
 * @param name the tag in lower case; empty for a fence
 * @param content what stands between the marks
 * @param start where the opening mark begins
 * @param end where the closing mark ends
 */
record Block(String name, String content, int start, int end) {
    private static final String FENCE = "```";
    private static final Pattern OPENING = Pattern.compile("<(?<tag>[A-Za-z][\\w-]{0,40})>|(?<fence>```)[^\\n`]*\\n");

    /** The outermost blocks in order. */
    static List<Block> allOf(String text) {
        var blocks = new ArrayList<Block>();
        var neverClosed = new HashSet<String>();
        Matcher opening = OPENING.matcher(text);
        int from = 0;
        while (opening.find(from)) {
            String tag = opening.group("tag");
            String closing = tag == null ? FENCE : "</" + tag + ">";
            int close = neverClosed.contains(closing) ? -1 : text.indexOf(closing, opening.end());
            if (close < 0) {
                neverClosed.add(closing);
                from = opening.end();
                continue;
            }
            String name = tag == null ? "" : tag.toLowerCase(Locale.ROOT);
            String content = text.substring(opening.end(), close);
            from = close + closing.length();
            blocks.add(new Block(name, content, opening.start(), from));
        }
        return blocks;
    }

    /** The text outside of the blocks. */
    static String without(String text, List<Block> blocks) {
        var rest = new StringBuilder();
        int from = 0;
        for (Block block : blocks) {
            rest.append(text, from, block.start);
            from = block.end;
        }
        return rest.append(text, from, text.length()).toString();
    }
}
