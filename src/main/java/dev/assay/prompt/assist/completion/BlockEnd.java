package dev.assay.prompt.assist.completion;

import dev.assay.prompt.PromptTemplate;
import dev.assay.prompt.assist.ParsedPrompt;

/** Decides whether a block that is being opened needs a closing tag, and where that stands. */
final class BlockEnd {
    private final ParsedPrompt prompt;
    private final TagPlace place;

    BlockEnd(ParsedPrompt prompt, TagPlace place) {
        this.prompt = prompt;
        this.place = place;
    }

    /** What to write after the opening tag; empty where the block is closed further down. */
    String after(String word) {
        String text = prompt.text();
        int start = place.tag().start();
        int end = place.tag().end();
        String opened = text.substring(0, start) + "{{#" + word + " x y}}" + text.substring(end);
        boolean closed = PromptTemplate.parse("prompt", opened).diagnostics().stream()
                .noneMatch(problem -> problem.name().equals("unclosed-block") && problem.start() == start);
        if (closed || place.closed() && !place.isLast(text)) {
            return "";
        }
        int lineStart = text.lastIndexOf('\n', start - 1) + 1;
        int lineEnd = text.indexOf('\n', end);
        String before = text.substring(lineStart, start);
        boolean alone = before.isBlank()
                && text.substring(end, lineEnd < 0 ? text.length() : lineEnd).isBlank();
        return (alone ? "\n" + before : "") + "{{/" + word + "}}";
    }
}
