package dev.assay.prompt.frontmatter;

/**
 * A key of Picoschema: {@code name}, {@code name?}, {@code name(array)} or {@code name?(enum, what it means)}.
 *
 * @param name the field
 * @param optional has a question mark
 * @param kind the word in parentheses; empty where there is none
 * @param description the text after it; may be empty
 */
public record SchemaField(String name, boolean optional, String kind, String description) {

    /** Reads a key. */
    public static SchemaField parse(String key) {
        int paren = key.indexOf('(');
        boolean hasKind = paren > 0 && key.endsWith(")");
        String word = (hasKind ? key.substring(0, paren) : key).strip();
        String inside = hasKind ? key.substring(paren + 1, key.length() - 1) : "";
        int comma = inside.indexOf(',');
        boolean optional = word.endsWith("?");
        return new SchemaField(
                optional ? word.substring(0, word.length() - 1) : word,
                optional,
                (comma < 0 ? inside : inside.substring(0, comma)).strip(),
                comma < 0 ? "" : inside.substring(comma + 1).strip());
    }
}
