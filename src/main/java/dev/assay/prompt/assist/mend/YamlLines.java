package dev.assay.prompt.assist.mend;

import dev.assay.prompt.assist.ParsedPrompt;

/** The lines of front matter. */
final class YamlLines {
    private final String text;
    private final int end;

    YamlLines(ParsedPrompt prompt) {
        this.text = prompt.text();
        this.end = prompt.layout().yamlEnd();
    }

    int lineStart(int offset) {
        return text.lastIndexOf('\n', offset - 1) + 1;
    }

    /** Offset of the line below. */
    int nextLine(int offset) {
        int newline = text.indexOf('\n', offset);
        return newline < 0 || newline >= end ? end : newline + 1;
    }

    /** Number of blanks before a key. */
    int indent(int keyStart) {
        return keyStart - lineStart(keyStart);
    }

    /** Offset of the first line that no longer belongs to a key: blank lines and remarks below it stay outside. */
    int blockEnd(int keyStart) {
        int indent = indent(keyStart);
        int after = nextLine(keyStart);
        for (int line = after; line < end; line = nextLine(line)) {
            String content = text.substring(line, nextLine(line));
            int own = content.length() - content.stripLeading().length();
            boolean item = own == indent && content.startsWith("- ", own);
            if (!content.isBlank() && own <= indent && !item) {
                break;
            }
            if (!content.isBlank() && !(content.stripLeading().startsWith("#") && own <= indent)) {
                after = nextLine(line);
            }
        }
        return after;
    }

    /** What ends the lines of this file. */
    String newline() {
        int first = text.indexOf('\n');
        return first > 0 && text.charAt(first - 1) == '\r' ? "\r\n" : "\n";
    }

    /** A line to insert at an offset; it begins a new line where the text before does not end with one. */
    String line(int offset, String content) {
        boolean fresh = offset == 0 || text.charAt(offset - 1) == '\n';
        return (fresh ? "" : newline()) + content + newline();
    }
}
