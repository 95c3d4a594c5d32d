package dev.assay.exchange.results.junit;

/** Text that XML 1.0 can hold. */
final class XmlText {
    private XmlText() {}

    /** The text with every character that no XML document may contain, escaped or not, written out as in Java. */
    static String of(String text) {
        var clean = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            if (isAllowed(point)) {
                clean.appendCodePoint(point);
            } else {
                clean.append(String.format("\\u%04X", point));
            }
        });
        return clean.toString();
    }

    /** The same on one line, for attributes, whose line ends a parser would take for blanks anyway. */
    static String line(String text) {
        return of(text).replaceAll("\\s+", " ").strip();
    }

    private static boolean isAllowed(int point) {
        return point == '\t'
                || point == '\n'
                || point == '\r'
                || point >= 0x20 && point <= 0xD7FF
                || point >= 0xE000 && point <= 0xFFFD
                || point >= 0x10000;
    }
}
