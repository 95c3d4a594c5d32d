package dev.assay.prompt.assist.completion;

import dev.assay.prompt.assist.ParsedPrompt;
import dev.assay.prompt.template.Piece;
import java.util.List;
import java.util.Optional;

/**
 * A place inside a tag.
 *
 * @param tag the tag
 * @param closed its closing braces are there
 * @param offset the place
 * @param before what stands between the signs that open the tag and the place
 * @param wordStart offset of the word that ends at the place
 * @param wordEnd offset after the rest of that word
 * @param quoted the word stands in quotes
 */
record TagPlace(Piece.Tag tag, boolean closed, int offset, String before, int wordStart, int wordEnd, boolean quoted) {
    private static final String NOT_IN_WORDS = " \t\r\n()=|\"'{}~";

    /** The place, where it lies in a tag that is no comment. */
    static Optional<TagPlace> at(ParsedPrompt prompt, int offset) {
        String text = prompt.text();
        for (Piece piece : prompt.pieces()) {
            if (piece instanceof Piece.Tag tag && tag.kind() != Piece.TagKind.COMMENT) {
                boolean closed = tag.contentEnd() < tag.end();
                int last = closed ? tag.contentEnd() : blankEnd(text, tag.end());
                if (tag.contentStart() <= offset && offset <= last) {
                    return Optional.of(of(text, tag, closed, offset));
                }
            }
        }
        return Optional.empty();
    }

    /** White space at the end of a body does not belong to it, but the tag may go on there. */
    private static int blankEnd(String text, int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) == ' ') {
            end++;
        }
        return end;
    }

    private static TagPlace of(String text, Piece.Tag tag, boolean closed, int offset) {
        String before = text.substring(tag.contentStart(), offset);
        int quote = openQuote(before);
        boolean quoted = quote >= 0;
        int start = quoted ? tag.contentStart() + quote + 1 : offset;
        while (!quoted && start > tag.contentStart() && isWord(text.charAt(start - 1))) {
            start--;
        }
        int end = offset;
        int limit = closed ? tag.contentEnd() : quoted ? tag.end() : offset;
        while (end < limit && (quoted ? text.charAt(end) != before.charAt(quote) : isWord(text.charAt(end)))) {
            end++;
        }
        // The closing quote belongs to the word; where it is missing nobody knows what does.
        int wordEnd = !quoted ? end : closedQuote(text, end, limit) ? end + 1 : offset;
        return new TagPlace(tag, closed, offset, before, start, wordEnd, quoted);
    }

    private static boolean closedQuote(String text, int end, int limit) {
        return end < limit && (text.charAt(end) == '"' || text.charAt(end) == '\'');
    }

    private static int openQuote(String before) {
        int open = -1;
        for (int i = 0; i < before.length(); i++) {
            char c = before.charAt(i);
            if (open >= 0 ? c == before.charAt(open) && before.charAt(i - 1) != '\\' : c == '"' || c == '\'') {
                open = open >= 0 ? -1 : i;
            }
        }
        return open;
    }

    private static boolean isWord(char c) {
        return NOT_IN_WORDS.indexOf(c) < 0;
    }

    /** What has been typed of the word. */
    String typed() {
        return before.substring(wordStart - tag.contentStart());
    }

    /** The words before this one, without what stands in quotes. */
    List<String> wordsBefore() {
        String text = before.substring(0, wordStart - tag.contentStart()).strip();
        return text.isEmpty() ? List.of() : List.of(text.split("\\s+"));
    }

    /** The sign that stands before the word, such as a parenthesis; a blank where there is none. */
    char signBefore() {
        int at = wordStart - tag.contentStart() - 1;
        return at < 0 ? ' ' : before.charAt(at);
    }

    /** Whether only blanks stand between the word and the end of the tag. */
    boolean isLast(String text) {
        return !closed || text.substring(wordEnd, tag.contentEnd()).isBlank();
    }
}
