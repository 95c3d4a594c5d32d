package dev.assay.history.search;

import dev.assay.llm.InputException;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What people say of a call or a run.
 *
 * @param starred whether it is to be kept when others go
 * @param tags in order, none twice
 * @param note in their words, or null
 */
public record Mark(
        boolean starred, List<String> tags, @Nullable String note) {
    /** Nothing was said. */
    public static final Mark NONE = new Mark(false, List.of(), null);

    private static final int LONGEST_TAG = 128;

    public Mark {
        for (String tag : tags) {
            if (tag.isBlank() || tag.length() > LONGEST_TAG || tag.chars().anyMatch(Character::isWhitespace)) {
                throw new InputException("'" + tag + "' is no tag: a tag is a word of at most " + LONGEST_TAG
                        + " characters, without spaces");
            }
        }
        tags = List.copyOf(new TreeSet<>(tags));
        note = note == null || note.isBlank() ? null : note.strip();
    }

    /** The same, starred or not. */
    public Mark withStar(boolean star) {
        return new Mark(star, tags, note);
    }

    /** The same with another note; null or blank for none. */
    public Mark withNote(@Nullable String text) {
        return new Mark(starred, tags, text);
    }

    /** The same with other tags. */
    public Mark withTags(Collection<String> others) {
        return new Mark(starred, List.copyOf(others), note);
    }

    /** Whether nothing is said. */
    public boolean isNone() {
        return equals(NONE);
    }
}
