package dev.assay.prompt.assist.completion;

import dev.assay.prompt.assist.HelperGuide;
import dev.assay.prompt.assist.Known;
import dev.assay.prompt.assist.ParsedPrompt;
import dev.assay.prompt.assist.Scope;
import dev.assay.prompt.template.Helper;
import dev.assay.prompt.template.Piece.TagKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Completes inside a tag. */
final class TagCompletion {
    private static final Map<String, String> ROLES = Map.of(
            "system", "How the model is to behave",
            "user", "What the user says",
            "model", "What the model has said",
            "tool", "What a tool has answered");
    private static final Map<String, String> SNIPPETS = Map.of(
            "role", "role \"|\"",
            "section", "section \"|\"",
            "media", "media url=|",
            "json", "json |",
            "lookup", "lookup |",
            "log", "log |");
    private static final Map<String, List<String>> ARGUMENTS = Map.of(
            "json", List.of("indent"),
            "media", List.of("url", "contentType"),
            "if", List.of("includeZero"),
            "unless", List.of("includeZero"));

    private final ParsedPrompt prompt;
    private final TagPlace place;
    private final Known known;
    private final Scope scope;

    TagCompletion(ParsedPrompt prompt, TagPlace place, Known known) {
        this.prompt = prompt;
        this.place = place;
        this.known = known;
        this.scope = Scope.at(prompt, place.tag().start());
    }

    List<Completion> find() {
        return Completions.fit(candidates(), place.typed(), place.wordStart(), editEnd());
    }

    /** An edit that moves the caret behind the tag takes the braces along. */
    private int editEnd() {
        return place.closed() && place.isLast(prompt.text()) ? place.tag().end() : place.wordEnd();
    }

    private List<Candidate> candidates() {
        List<String> before = place.wordsBefore();
        if (place.quoted()) {
            return quoted(before);
        }
        if (place.tag().kind() == TagKind.CLOSE) {
            return closers("");
        }
        if (place.tag().kind() == TagKind.PARTIAL) {
            return before.isEmpty() ? partials(false) : partialArguments(before.getFirst());
        }
        if (place.signBefore() == '(') {
            return List.of(helper(Helper.JSON, false), helper(Helper.LOOKUP, false));
        }
        boolean block = place.tag().kind() == TagKind.OPEN || place.tag().kind() == TagKind.OPEN_INVERSE;
        boolean chain = !before.isEmpty() && before.getFirst().equals("else");
        if (before.isEmpty()) {
            return block ? blocks(false) : outputs();
        }
        return chain && before.size() == 1 ? chained() : arguments(chain ? before.subList(1, before.size()) : before);
    }

    private List<Candidate> quoted(List<String> before) {
        String first = before.isEmpty() ? "" : before.getFirst();
        if (place.tag().kind() == TagKind.PARTIAL && before.size() <= 1 && first.length() <= 1) {
            return partials(true);
        }
        if (first.equals("role")) {
            return List.of("system", "user", "model", "tool").stream()
                    .map(role -> Candidate.of(Completion.Kind.VALUE, role, "role", ROLES.getOrDefault(role, ""))
                            .inserting(role + "\"" + closing() + "|"))
                    .toList();
        }
        return List.of();
    }

    private List<Candidate> outputs() {
        var found = new ArrayList<Candidate>(values(true));
        if (place.typed().isEmpty() || Character.isLetter(place.typed().charAt(0))) {
            for (Helper helper : Helper.values()) {
                if (helper.form() != Helper.Form.BLOCK) {
                    found.add(helper(helper, true));
                }
            }
            if (!place.typed().isEmpty() || scope.innermost() == null) {
                found.addAll(blocks(true));
            } else {
                found.addAll(closers("/"));
                found.addAll(blocks(true));
            }
            if (scope.innermost() != null) {
                found.add(keyword("else"));
            }
        }
        return found;
    }

    private Candidate keyword(String word) {
        String line = HelperGuide.line(word);
        return Candidate.of(Completion.Kind.BLOCK, word, "", line == null ? "" : line)
                .inserting(word + closing() + "|");
    }

    private Candidate helper(Helper helper, boolean alone) {
        String word = helper.word();
        String line = HelperGuide.line(word);
        String insert = SNIPPETS.getOrDefault(word, word);
        boolean whole = word.equals("history");
        String rest = alone ? closing() : "";
        return Candidate.of(Completion.Kind.HELPER, word, "", line == null ? "" : line)
                .inserting(whole ? insert + rest + "|" : insert + (insert.contains("|") ? "" : "|") + rest);
    }

    private List<Candidate> blocks(boolean withSign) {
        return Arrays.stream(Helper.values())
                .filter(helper -> helper.form() == Helper.Form.BLOCK)
                .map(helper -> block(helper.word(), withSign ? "#" : ""))
                .toList();
    }

    private Candidate block(String word, String sign) {
        String line = HelperGuide.line(word);
        return Candidate.of(Completion.Kind.BLOCK, sign + word, "block", line == null ? "" : line)
                .inserting(sign + word + " |" + closing() + new BlockEnd(prompt, place).after(word));
    }

    private List<Candidate> chained() {
        return Arrays.stream(Helper.values())
                .filter(helper -> helper.form() == Helper.Form.BLOCK)
                .map(helper -> Candidate.of(Completion.Kind.BLOCK, helper.word(), "", "")
                        .inserting(helper.word() + " |" + closing()))
                .toList();
    }

    private List<Candidate> closers(String sign) {
        var found = new ArrayList<Candidate>();
        for (Scope.Block block : scope.blocks().reversed()) {
            String name = sign + block.helper();
            if (found.stream().noneMatch(one -> one.label().equals(name))) {
                String opener = prompt.text()
                        .substring(block.opener().start(), block.opener().end());
                found.add(Candidate.of(Completion.Kind.CLOSER, name, "", "Closes " + opener)
                        .inserting(name + closing() + "|"));
            }
        }
        return found;
    }

    private List<Candidate> partials(boolean quoted) {
        String rest = (quoted ? "\"" : "") + closing() + "|";
        return known.partialNames().get().stream()
                .map(name -> Candidate.of(Completion.Kind.PARTIAL, name, "partial", firstLine(name))
                        .inserting(name + rest))
                .toList();
    }

    private String firstLine(String partial) {
        return known.partials()
                .find(partial)
                .flatMap(found ->
                        found.source().lines().filter(line -> !line.isBlank()).findFirst())
                .map(String::strip)
                .orElse("");
    }

    private List<Candidate> partialArguments(String partial) {
        var found = new ArrayList<Candidate>();
        if (place.signBefore() != '=') {
            known.partials()
                    .find(partial)
                    .ifPresent(inside -> inside.variables(known.partials())
                            .forEach(variable -> found.add(
                                    Candidate.of(Completion.Kind.KEY, variable.name() + "=", "", "Given to the partial")
                                            .inserting(variable.name() + "=|" + closing()))));
        }
        found.addAll(values(false));
        return found;
    }

    private List<Candidate> arguments(List<String> before) {
        String word = before.getFirst().replaceAll("^\\W+", "");
        if (Helper.find(word).isEmpty()) {
            return List.of();
        }
        if (word.equals("role") || word.equals("section")) {
            return List.of();
        }
        boolean only = List.of("if", "unless", "each", "with").contains(word) && before.size() == 1;
        var found = new ArrayList<Candidate>(values(only));
        if (place.signBefore() != '=') {
            ARGUMENTS
                    .getOrDefault(word, List.of())
                    .forEach(name -> found.add(Candidate.of(Completion.Kind.KEY, name + "=", "", "")
                            .inserting(name + "=|" + closing())));
        }
        return found;
    }

    private List<Candidate> values(boolean leave) {
        return new ValueNames(prompt, place, known)
                .after(place.typed()).stream()
                        .map(one -> one.inserting(
                                leave && !isOpen(one)
                                        ? one.insert() + closing() + "|"
                                        : one.insert() + "|" + closing()))
                        .toList();
    }

    /** Whether the name probably goes on with a field. */
    private boolean isOpen(Candidate candidate) {
        boolean inBlock = place.tag().kind() == TagKind.OPEN || place.tag().kind() == TagKind.OPEN_INVERSE;
        return !inBlock && candidate.type().startsWith("object");
    }

    /** The braces that end the tag, where the edit reaches up to them or they are missing. */
    private String closing() {
        if (place.closed()) {
            return place.isLast(prompt.text())
                    ? prompt.text()
                            .substring(place.tag().contentEnd(), place.tag().end())
                    : "";
        }
        return prompt.text().startsWith("{{{", place.tag().start()) ? "}}}" : "}}";
    }
}
