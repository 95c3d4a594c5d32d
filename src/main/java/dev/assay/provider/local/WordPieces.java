package dev.assay.provider.local;

import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Cuts text into the pieces that the model knows: of each word the longest one first. Immutable. */
final class WordPieces {
    private static final int LONGEST_WORD = 100;

    private final Vocabulary vocabulary;
    private final int unknown;

    WordPieces(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        this.unknown = vocabulary.require("[UNK]");
    }

    /** The numbers of the pieces. What reads like a mark of the model is text, as all else. */
    int[] of(String text) {
        IntStream.Builder pieces = IntStream.builder();
        BertText.words(text).forEach(word -> cut(word, pieces));
        return pieces.build().toArray();
    }

    /** A word of which any part is not known is not known as a whole. */
    private void cut(String word, IntStream.Builder pieces) {
        int[] found = new int[word.length()];
        int count = 0;
        if (word.codePointCount(0, word.length()) <= LONGEST_WORD) {
            for (int start = 0; start < word.length(); ) {
                int end = word.length();
                Integer piece = null;
                while (end > start && (piece = piece(word, start, end)) == null) {
                    end -= Character.charCount(word.codePointBefore(end));
                }
                if (piece == null) {
                    count = 0;
                    break;
                }
                found[count++] = piece;
                start = end;
            }
        }
        if (count == 0) {
            pieces.add(unknown);
        }
        for (int i = 0; i < count; i++) {
            pieces.add(found[i]);
        }
    }

    private @Nullable Integer piece(String word, int start, int end) {
        String letters = word.substring(start, end);
        return vocabulary.find(start == 0 ? letters : Vocabulary.CONTINUES + letters);
    }
}
