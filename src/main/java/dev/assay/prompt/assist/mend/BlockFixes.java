package dev.assay.prompt.assist.mend;

import dev.assay.prompt.Diagnostic;
import dev.assay.prompt.assist.ParsedPrompt;
import dev.assay.prompt.assist.Replacement;
import dev.assay.prompt.assist.Scope;
import dev.assay.prompt.template.Piece;
import java.util.ArrayList;
import java.util.List;

/** Mends blocks that are not closed, or closed without being open. */
final class BlockFixes {
    private final ParsedPrompt prompt;
    private final String text;

    BlockFixes(ParsedPrompt prompt) {
        this.prompt = prompt;
        this.text = prompt.text();
    }

    List<QuickFix> of(Diagnostic problem) {
        return switch (problem.name()) {
            case "unclosed-block" -> unclosed(problem);
            case "empty-block" ->
                List.of(QuickFix.edit("Remove the empty block", removal(problem.start(), problem.end())));
            default -> unmatched(problem);
        };
    }

    private List<QuickFix> unclosed(Diagnostic problem) {
        if (text.startsWith("{{{{", problem.start())) {
            int name = problem.start() + 4;
            String closing = "{{{{/"
                    + text.substring(name, Math.max(name, text.indexOf('}', name)))
                            .strip() + "}}}}";
            return List.of(QuickFix.edit("Close the raw block at the end", atEnd("", closing)));
        }
        return prompt.pieces().stream()
                .filter(piece -> piece.start() == problem.start())
                .flatMap(piece -> Scope.at(prompt, piece.end()).blocks().stream())
                .filter(block -> block.opener().start() == problem.start())
                .limit(1)
                .map(block -> QuickFix.edit("Close the block with {{/" + block.helper() + "}}", closing(block)))
                .toList();
    }

    /** Before the tag that closes the block around it, else at the end. */
    private Replacement closing(Scope.Block block) {
        Piece.Tag opener = block.opener();
        String tag = "{{/" + block.helper() + "}}";
        boolean alone = isAlone(opener.start(), opener.end());
        String indent = alone ? text.substring(lineStart(opener.start()), opener.start()) : "";
        for (Piece piece : prompt.pieces()) {
            boolean after = piece.start() > opener.start();
            if (after
                    && Scope.at(prompt, piece.end()).blocks().stream()
                            .noneMatch(one -> one.opener().start() == opener.start())) {
                int at = alone && isAlone(piece.start(), piece.end()) ? lineStart(piece.start()) : piece.start();
                return new Replacement(at, at, alone ? indent + tag + "\n" : tag);
            }
        }
        int lineEnd = text.indexOf('\n', opener.end());
        boolean sameLine =
                !alone && lineEnd >= 0 && !text.substring(opener.end(), lineEnd).isBlank();
        return sameLine ? new Replacement(lineEnd, lineEnd, tag) : atEnd(indent, tag);
    }

    private Replacement atEnd(String indent, String tag) {
        int end = prompt.layout().bodyEnd();
        int at = end > 0 && text.charAt(end - 1) == '\n' ? end - 1 : end;
        return new Replacement(at, at, "\n" + indent + tag);
    }

    private List<QuickFix> unmatched(Diagnostic problem) {
        var fixes = new ArrayList<QuickFix>();
        String tag = text.substring(problem.start(), problem.end());
        Scope.Block open = Scope.at(prompt, problem.start()).innermost();
        if (open != null && tag.startsWith("{{/")) {
            String mended = "{{/" + open.helper() + "}}";
            fixes.add(QuickFix.edit("Change to " + mended, new Replacement(problem.start(), problem.end(), mended)));
        }
        fixes.add(QuickFix.edit("Remove " + tag, removal(problem.start(), problem.end())));
        return fixes;
    }

    private Replacement removal(int start, int end) {
        if (!isAlone(start, end)) {
            return new Replacement(start, end, "");
        }
        int next = text.indexOf('\n', end);
        return new Replacement(lineStart(start), next < 0 ? text.length() : next + 1, "");
    }

    private boolean isAlone(int start, int end) {
        int next = text.indexOf('\n', end);
        return text.substring(lineStart(start), start).isBlank()
                && text.substring(end, next < 0 ? text.length() : next).isBlank();
    }

    private int lineStart(int offset) {
        return text.lastIndexOf('\n', offset - 1) + 1;
    }
}
