package dev.assay.registry.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A text by lines. Joined again, texts and ends are the text.
 *
 * @param texts without their ends
 * @param ends how each ends; only the last may be empty
 */
record Lines(List<String> texts, List<String> ends) {
    private static final Pattern END = Pattern.compile("\r\n|\r|\n");

    static Lines of(String text) {
        var texts = new ArrayList<String>();
        var ends = new ArrayList<String>();
        Matcher end = END.matcher(text);
        int start = 0;
        while (end.find()) {
            texts.add(text.substring(start, end.start()));
            ends.add(end.group());
            start = end.end();
        }
        if (start < text.length()) {
            texts.add(text.substring(start));
            ends.add("");
        }
        return new Lines(texts, ends);
    }

    int size() {
        return texts.size();
    }

    /** What is compared: the lines with their ends. */
    List<String> whole() {
        return IntStream.range(0, size()).mapToObj(this::whole).toList();
    }

    String whole(int line) {
        return texts.get(line) + ends.get(line);
    }

    /** What is compared where white space does not count. */
    List<String> withoutSpace() {
        return texts.stream().map(line -> line.replaceAll("\\s+", " ").strip()).toList();
    }

    DiffSide side(int line, List<Mark> marks) {
        return new DiffSide(line + 1, texts.get(line), ends.get(line), marks);
    }
}
