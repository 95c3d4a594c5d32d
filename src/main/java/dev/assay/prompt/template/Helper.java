package dev.assay.prompt.template;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The helpers that the format knows. */
public enum Helper {
    IF("if", Form.BLOCK, 1, Set.of("includeZero")),
    UNLESS("unless", Form.BLOCK, 1, Set.of("includeZero")),
    EACH("each", Form.BLOCK, 1, Set.of()),
    WITH("with", Form.BLOCK, 1, Set.of()),
    IF_EQUALS("ifEquals", Form.BLOCK, 2, Set.of()),
    UNLESS_EQUALS("unlessEquals", Form.BLOCK, 2, Set.of()),
    ROLE("role", Form.INLINE, 1, Set.of()),
    HISTORY("history", Form.INLINE, 0, Set.of()),
    MEDIA("media", Form.INLINE, 0, Set.of("url", "contentType")),
    SECTION("section", Form.INLINE, 1, Set.of()),
    LOG("log", Form.INLINE, -1, Set.of("level")),
    JSON("json", Form.VALUE, 1, Set.of("indent")),
    LOOKUP("lookup", Form.VALUE, 2, Set.of());

    /** Where a helper may stand. */
    public enum Form {
        /** Around a body: {@code {{#x}}..{{/x}}}. */
        BLOCK,
        /** Alone in a tag. */
        INLINE,
        /** Alone in a tag or in parentheses. */
        VALUE
    }

    private static final Map<String, Helper> BY_WORD =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Helper::word, helper -> helper));

    private final String word;
    private final Form form;
    private final int arguments;
    private final Set<String> names;

    Helper(String word, Form form, int arguments, Set<String> names) {
        this.word = word;
        this.form = form;
        this.arguments = arguments;
        this.names = names;
    }

    /** The helper of that name. */
    public static Optional<Helper> find(String word) {
        return Optional.ofNullable(BY_WORD.get(word));
    }

    /** The names of all block helpers, or of all others. */
    static List<String> words(boolean block) {
        return Arrays.stream(values())
                .filter(helper -> helper.isBlock() == block)
                .map(Helper::word)
                .toList();
    }

    /** The name as written in a template. */
    public String word() {
        return word;
    }

    /** Where it may stand. */
    public Form form() {
        return form;
    }

    boolean isBlock() {
        return form == Form.BLOCK;
    }

    /** How many values it takes by position; -1 for any number. */
    int arguments() {
        return arguments;
    }

    /** The names it takes values under. */
    Set<String> names() {
        return names;
    }
}
