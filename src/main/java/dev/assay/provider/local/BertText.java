package dev.assay.provider.local;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/** Takes text apart into words as BERT's uncased models were trained on them. */
final class BertText {
    private static final int REPLACEMENT = 0xFFFD;

    private BertText() {}

    /** The words in lower case without accents; each sign of punctuation and each Chinese character is one. */
    static List<String> words(String text) {
        var words = new ArrayList<String>();
        var word = new StringBuilder();
        Normalizer.normalize(cleaned(text), Normalizer.Form.NFD).codePoints().forEach(point -> {
            if (Character.getType(point) == Character.NON_SPACING_MARK) {
                return;
            }
            int lower = Character.toLowerCase(point);
            if (isSpace(lower)) {
                end(word, words);
            } else if (isPunctuation(lower) || isChinese(lower)) {
                end(word, words);
                words.add(Character.toString(lower));
            } else {
                word.appendCodePoint(lower);
            }
        });
        end(word, words);
        return words;
    }

    private static void end(StringBuilder word, List<String> words) {
        if (!word.isEmpty()) {
            words.add(word.toString());
            word.setLength(0);
        }
    }

    /** Before accents are taken off, so that a sign that only steers another one parts no word. */
    private static String cleaned(String text) {
        return text.codePoints()
                .filter(point -> isSpace(point) || !isControl(point))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isSpace(int point) {
        return switch (point) {
            case '\t', '\n', '\r', ' ' -> true;
            case '\u000B', '\f', '\u0085' -> false;
            default -> Character.isSpaceChar(point);
        };
    }

    private static boolean isControl(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.PRIVATE_USE,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> true;
            default -> point == REPLACEMENT;
        };
    }

    private static boolean isPunctuation(int point) {
        if (point < 128) {
            return point > ' ' && point < 127 && !Character.isLetterOrDigit(point);
        }
        return switch (Character.getType(point)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION -> true;
            default -> false;
        };
    }

    private static boolean isChinese(int point) {
        return Character.isIdeographic(point)
                && Character.UnicodeScript.of(point) == Character.UnicodeScript.HAN
                && point >= 0x3400;
    }
}
