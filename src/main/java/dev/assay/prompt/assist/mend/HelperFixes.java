package dev.assay.prompt.assist.mend;

import dev.assay.llm.NearestName;
import dev.assay.prompt.Diagnostic;
import dev.assay.prompt.assist.ParsedPrompt;
import dev.assay.prompt.assist.Replacement;
import dev.assay.prompt.assist.Scope;
import dev.assay.prompt.template.Helper;
import dev.assay.prompt.template.Piece;
import dev.assay.prompt.template.Token;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Mends names of helpers and roles. */
final class HelperFixes {
    private static final List<String> ROLES = List.of("system", "user", "model", "tool");

    private final ParsedPrompt prompt;

    HelperFixes(ParsedPrompt prompt) {
        this.prompt = prompt;
    }

    List<QuickFix> of(Diagnostic problem) {
        Optional<Piece.Tag> tag = prompt.pieces().stream()
                .filter(piece -> piece.start() <= problem.start() && problem.start() < piece.end())
                .filter(Piece.Tag.class::isInstance)
                .map(Piece.Tag.class::cast)
                .findFirst();
        if (tag.isEmpty()) {
            return List.of();
        }
        return switch (problem.name()) {
            case "invalid-role" -> roles(problem);
            case "invalid-arguments" -> variable(tag.get(), problem);
            case "deprecated-helper" -> deprecated(tag.get(), problem);
            default -> names(tag.get(), problem);
        };
    }

    private List<QuickFix> roles(Diagnostic problem) {
        String written = prompt.text().substring(problem.start(), problem.end());
        String role = written.replaceAll("[\"']", "");
        Optional<String> near = NearestName.find(role, ROLES);
        List<String> offered = role.equalsIgnoreCase("ai") || role.equalsIgnoreCase("bot")
                ? List.of("model")
                : near.map(List::of).orElse(ROLES);
        return offered.stream()
                .map(name -> QuickFix.edit(
                        "Change to \"" + name + "\"",
                        new Replacement(problem.start(), problem.end(), "\"" + name + "\"")))
                .toList();
    }

    private List<QuickFix> deprecated(Piece.Tag tag, Diagnostic problem) {
        boolean role = tag.tokens().getFirst().isWord("role");
        return List.of(
                role
                        ? QuickFix.edit(
                                "Change to \"model\"", new Replacement(problem.start(), problem.end(), "\"model\""))
                        : QuickFix.edit("Remove this tag", new Replacement(tag.start(), tag.end(), "")));
    }

    /** A bare name of a helper may be meant as an input. */
    private List<QuickFix> variable(Piece.Tag tag, Diagnostic problem) {
        boolean bare = tag.kind() == Piece.TagKind.OUTPUT && tag.tokens().size() == 1;
        return bare
                ? List.of(QuickFix.edit(
                        "Use the input of that name: {{this."
                                + tag.tokens().getFirst().text() + "}}",
                        new Replacement(problem.start(), problem.start(), "this.")))
                : List.of();
    }

    private List<QuickFix> names(Piece.Tag tag, Diagnostic problem) {
        var fixes = new ArrayList<QuickFix>();
        Optional<Token> written = tag.tokens().stream()
                .filter(token -> token.start() >= problem.start() && token.kind() == Token.Kind.WORD)
                .findFirst();
        if (written.isEmpty()) {
            return fixes;
        }
        Token name = written.get();
        boolean block = tag.kind() != Piece.TagKind.OUTPUT;
        boolean opensBlock = Helper.find(name.text())
                .filter(helper -> helper.form() == Helper.Form.BLOCK)
                .isPresent();
        if (!block && opensBlock) {
            fixes.add(QuickFix.edit(
                    "Open a block: {{#" + name.text() + "}}",
                    new Replacement(tag.contentStart(), tag.contentStart(), "#"),
                    new Replacement(tag.end(), tag.end(), "{{/" + name.text() + "}}")));
            return fixes;
        }
        NearestName.find(name.text(), helpers(block)).ifPresent(near -> fixes.add(replace(tag, name, near)));
        if (block && fixes.isEmpty() && tag.tokens().size() == 1) {
            for (String helper : List.of("if", "each")) {
                fixes.add(wrap(tag, name, helper));
            }
        }
        if (!block) {
            fixes.add(QuickFix.edit("Treat the braces as text: \\{{", new Replacement(tag.start(), tag.start(), "\\")));
        }
        return fixes;
    }

    private static List<String> helpers(boolean block) {
        return Arrays.stream(Helper.values())
                .filter(helper -> (helper.form() == Helper.Form.BLOCK) == block)
                .map(Helper::word)
                .toList();
    }

    private QuickFix replace(Piece.Tag tag, Token name, String near) {
        var edits = new ArrayList<>(List.of(new Replacement(name.start(), name.end(), near)));
        closer(tag, name.text()).ifPresent(token -> edits.add(new Replacement(token.start(), token.end(), near)));
        return new QuickFix("Change to '" + near + "'", edits, null);
    }

    /** {@code {{#x}}} of other dialects is an if or each here. */
    private QuickFix wrap(Piece.Tag tag, Token name, String helper) {
        var edits = new ArrayList<>(List.of(new Replacement(name.start(), name.start(), helper + " ")));
        closer(tag, name.text()).ifPresent(token -> edits.add(new Replacement(token.start(), token.end(), helper)));
        return new QuickFix("Write {{#" + helper + " " + name.text() + "}}", edits, null);
    }

    /** The name in the tag that closes a block. */
    private Optional<Token> closer(Piece.Tag opener, String name) {
        return prompt.pieces().stream()
                .filter(piece -> piece.start() > opener.start())
                .filter(Piece.Tag.class::isInstance)
                .map(Piece.Tag.class::cast)
                .filter(tag ->
                        tag.kind() == Piece.TagKind.CLOSE && !tag.tokens().isEmpty())
                .filter(tag -> tag.tokens().getFirst().text().equals(name))
                .filter(tag -> closes(tag, opener))
                .map(tag -> tag.tokens().getFirst())
                .findFirst();
    }

    private boolean closes(Piece.Tag tag, Piece.Tag opener) {
        Scope.Block open = Scope.at(prompt, tag.start()).innermost();
        return open != null && open.opener().start() == opener.start();
    }
}
