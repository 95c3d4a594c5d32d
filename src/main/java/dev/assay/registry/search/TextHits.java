package dev.assay.registry.search;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The places in one text. */
record TextHits(String name, String text) {
    private static final int BEFORE = 60;
    private static final int AFTER = 120;

    /** Adds the places until there are {@code limit} hits. */
    void addTo(List<SearchHit> hits, Pattern pattern, int limit) {
        Matcher found = pattern.matcher(new InterruptibleText(text));
        int line = 1;
        int lineStart = 0;
        int lineEnd = endOfLine(0);
        while (hits.size() < limit && found.find()) {
            if (found.end() == found.start()) {
                continue;
            }
            while (lineEnd < found.start()) {
                lineStart = lineEnd + lineBreak(lineEnd);
                lineEnd = endOfLine(lineStart);
                line++;
            }
            hits.add(hit(line, lineStart, lineEnd, found.start(), found.end()));
        }
    }

    private SearchHit hit(int line, int lineStart, int lineEnd, int start, int end) {
        int from = Math.max(lineStart, start - BEFORE);
        int to = Math.min(lineEnd, start + AFTER);
        String snippet = text.substring(from, Math.max(from, to));
        int shownStart = Math.min(start - from, snippet.length());
        int shownEnd = Math.min(end - from, snippet.length());
        return new SearchHit(name, line, start - lineStart + 1, snippet, shownStart, shownEnd);
    }

    private int endOfLine(int from) {
        for (int i = from; i < text.length(); i++) {
            if (text.charAt(i) == '\n' || text.charAt(i) == '\r') {
                return i;
            }
        }
        return text.length();
    }

    private int lineBreak(int at) {
        boolean pair = text.charAt(at) == '\r' && at + 1 < text.length() && text.charAt(at + 1) == '\n';
        return pair ? 2 : 1;
    }
}
