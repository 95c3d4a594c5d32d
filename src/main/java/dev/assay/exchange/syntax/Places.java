package dev.assay.exchange.syntax;

/** Says where in a template something stands. */
public final class Places {
    private final String place;
    private final String text;

    /**
     * @param place the place of the template
     * @param text the template
     */
    public Places(String place, String text) {
        this.place = place;
        this.text = text;
    }

    /** The place of the template, with the line in it where there are several. */
    public String at(int offset) {
        if (text.indexOf('\n') < 0) {
            return place;
        }
        long line = text.substring(0, Math.min(offset, text.length()))
                        .chars()
                        .filter(c -> c == '\n')
                        .count()
                + 1;
        return place + (place.isEmpty() ? "" : ", ") + "text line " + line;
    }
}
