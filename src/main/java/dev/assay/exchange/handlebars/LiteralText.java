package dev.assay.exchange.handlebars;

/** Writes text so that Handlebars prints it as it is. */
public final class LiteralText {
    private LiteralText() {}

    /**
     * The text with braces and backslashes escaped: {@code {{} becomes <code>\{{</code>, and backslashes before braces are
     * doubled as the format asks.
     *
     * @param beforeTag whether a tag follows
     */
    public static String escape(String text, boolean beforeTag) {
        var out = new StringBuilder(text.length() + 8);
        int backslashes = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (text.startsWith("{{", i)) {
                // A remark between them, since a backslash before an escape would take the escape away.
                out.append(backslashes > 0 ? "\\{{!}}" : "").append("\\{{");
                i++;
                backslashes = 0;
            } else {
                out.append(c);
                backslashes = c == '\\' ? backslashes + 1 : 0;
            }
        }
        if (beforeTag && backslashes > 0) {
            out.append('\\');
        }
        return out.toString();
    }
}
