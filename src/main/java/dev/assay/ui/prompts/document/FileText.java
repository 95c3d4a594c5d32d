package dev.assay.ui.prompts.document;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A file's text as the editor wants it, and the way back. The editor knows lines that end in {@code \n} and no byte
 * order mark; the file keeps its mark, and each line that was not edited its own end.
 */
public final class FileText {
    private static final String MARK = "\ufeff";
    private static final Pattern END = Pattern.compile("\r\n|\r|\n");

    private FileText() {}

    /**
     * A line of a file.
     *
     * @param text without its end
     * @param end empty where the file ends without one
     */
    private record Line(String text, String end) {}

    /** The text as the editor wants it. */
    public static String forEditor(String file) {
        return END.matcher(unmarked(file)).replaceAll("\n");
    }

    /**
     * The editor's text as it goes into the file.
     *
     * @param file what the file held before
     */
    public static String forFile(String edited, String file) {
        List<Line> before = lines(unmarked(file));
        List<String> now = List.of(edited.split("\n", -1));
        String end =
                before.getFirst().end().isEmpty() ? "\n" : before.getFirst().end();
        int[] kept = Unchanged.lines(before.stream().map(Line::text).toList(), now);
        var text = new StringBuilder(file.startsWith(MARK) ? MARK : "");
        for (int i = 0; i < now.size() - 1; i++) {
            // A new line ends like the one before it.
            String own = kept[i] < 0 ? "" : before.get(kept[i]).end();
            end = own.isEmpty() ? end : own;
            text.append(now.get(i)).append(end);
        }
        return text.append(now.getLast()).toString();
    }

    private static String unmarked(String file) {
        return file.startsWith(MARK) ? file.substring(MARK.length()) : file;
    }

    private static List<Line> lines(String text) {
        var lines = new ArrayList<Line>();
        var matcher = END.matcher(text);
        int start = 0;
        while (matcher.find()) {
            lines.add(new Line(text.substring(start, matcher.start()), matcher.group()));
            start = matcher.end();
        }
        lines.add(new Line(text.substring(start), ""));
        return lines;
    }
}
