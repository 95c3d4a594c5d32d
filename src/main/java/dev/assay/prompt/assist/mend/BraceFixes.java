package dev.assay.prompt.assist.mend;

import dev.assay.prompt.Diagnostic;
import dev.assay.prompt.assist.ParsedPrompt;
import dev.assay.prompt.assist.Replacement;
import dev.assay.prompt.template.Piece;
import java.util.ArrayList;
import java.util.List;

/** Mends tags that do not end, or that were meant as text. */
final class BraceFixes {
    private final ParsedPrompt prompt;

    BraceFixes(ParsedPrompt prompt) {
        this.prompt = prompt;
    }

    List<QuickFix> of(Diagnostic problem) {
        return prompt.pieces().stream()
                .filter(piece -> piece instanceof Piece.Tag)
                .map(piece -> (Piece.Tag) piece)
                .filter(tag -> tag.start() <= problem.start() && problem.start() <= tag.end())
                .reduce((first, second) -> second)
                .map(tag -> fixes(tag, problem))
                .orElse(List.of());
    }

    private List<QuickFix> fixes(Piece.Tag tag, Diagnostic problem) {
        String text = prompt.text();
        var fixes = new ArrayList<QuickFix>();
        if (problem.name().equals("unbalanced-brace")) {
            int end = tag.end();
            while (end > tag.contentStart() && Character.isWhitespace(text.charAt(end - 1))) {
                end--;
            }
            char quote = problem.start() < text.length() ? text.charAt(problem.start()) : ' ';
            boolean string = quote == '"' || quote == '\'';
            String closing = text.startsWith("{{{", tag.start())
                    ? "}}}"
                    : tag.kind() == Piece.TagKind.COMMENT && text.startsWith("--", tag.contentStart()) ? "--}}" : "}}";
            fixes.add(
                    string
                            ? string(tag, quote, end)
                            : QuickFix.edit("Close the tag with " + closing, new Replacement(end, end, closing)));
        }
        if (tag.kind() != Piece.TagKind.COMMENT) {
            fixes.add(QuickFix.edit("Treat the braces as text: \\{{", new Replacement(tag.start(), tag.start(), "\\")));
        }
        return fixes;
    }

    /** The braces that were swallowed by the string stand after the quote again. */
    private QuickFix string(Piece.Tag tag, char quote, int end) {
        String text = prompt.text().substring(tag.start(), end);
        int braces = text.endsWith("}}") ? text.length() - (text.endsWith("~}}") ? 3 : 2) : text.length();
        boolean missing = braces == text.length();
        int at = tag.start() + braces;
        return QuickFix.edit("Close the string", new Replacement(at, at, quote + (missing ? "}}" : "")));
    }
}
