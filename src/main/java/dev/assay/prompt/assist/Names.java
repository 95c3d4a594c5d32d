package dev.assay.prompt.assist;

import dev.assay.prompt.inputs.SchemaType;
import dev.assay.prompt.template.Helper;
import dev.assay.prompt.template.Piece;
import dev.assay.prompt.template.Piece.TagKind;
import dev.assay.prompt.template.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** All names in the body of a prompt, tag by tag, so that a broken tag spoils nothing but itself. */
public final class Names {
    private final List<NameUse> uses = new ArrayList<>();
    private final List<PartialUse> partials = new ArrayList<>();
    private Scope scope;

    private Names(SchemaType inputs) {
        scope = new Scope(inputs, List.of());
    }

    /** Reads the names of a prompt. */
    public static Names of(ParsedPrompt prompt) {
        var names = new Names(prompt.inputs());
        for (Piece piece : prompt.pieces()) {
            if (piece instanceof Piece.Tag tag) {
                names.read(tag);
            }
        }
        return names;
    }

    /** The names in order, without those of partials. */
    public List<NameUse> uses() {
        return uses;
    }

    /** The partials in order. */
    public List<PartialUse> partials() {
        return partials;
    }

    /** The name at an offset. */
    public Optional<NameUse> at(int offset) {
        return uses.stream().filter(use -> use.covers(offset)).findFirst();
    }

    /** The partial whose name stands at an offset. */
    public Optional<PartialUse> partialAt(int offset) {
        return partials.stream()
                .filter(use -> use.start() <= offset && offset <= use.end())
                .findFirst();
    }

    private void read(Piece.Tag tag) {
        List<TagPath> paths = TagPath.of(tag);
        if (tag.kind() == TagKind.PARTIAL && !tag.tokens().isEmpty()) {
            partial(tag, paths);
        } else if (tag.kind() != TagKind.CLOSE && tag.kind() != TagKind.COMMENT) {
            Scope around = tag.kind() == TagKind.ELSE_CHAIN && !scope.blocks().isEmpty()
                    ? new Scope(
                            scope.inputs(),
                            scope.blocks().subList(0, scope.blocks().size() - 1))
                    : scope;
            boolean block = tag.kind() != TagKind.OUTPUT;
            for (int i = 0; i < paths.size(); i++) {
                name(paths.get(i), block && i == 0, around);
            }
        }
        scope = scope.after(tag);
        for (Token parameter : TagPath.parameters(tag)) {
            uses.add(new NameUse(
                    NameUse.Kind.PARAMETER,
                    parameter.text(),
                    parameter.start(),
                    parameter.end(),
                    scope.parameterType(parameter.text()),
                    parameter.start()));
        }
    }

    private void partial(Piece.Tag tag, List<TagPath> paths) {
        Token first = tag.tokens().getFirst();
        boolean literal = first.kind() == Token.Kind.STRING;
        boolean written = literal || !paths.isEmpty() && paths.getFirst().start() == first.start();
        List<TagPath> values = written && !literal ? paths.subList(1, paths.size()) : paths;
        values.forEach(path -> name(path, false, scope));
        if (written) {
            int start = literal ? first.start() + 1 : first.start();
            int end = literal ? first.end() - 1 : paths.getFirst().end();
            String name = literal ? first.text() : text(paths.getFirst());
            var passed = values.stream()
                    .filter(TagPath::argumentName)
                    .map(path -> path.tokens().getFirst().text())
                    .collect(Collectors.toSet());
            partials.add(new PartialUse(
                    name, start, end, tag.start(), tag.end(), scope.isInput(0) && !hasContext(tag, end), passed));
        }
    }

    /** A value that follows the name directly is the context. */
    private static boolean hasContext(Piece.Tag tag, int nameEnd) {
        List<Token> rest =
                tag.tokens().stream().filter(token -> token.start() > nameEnd).toList();
        return !rest.isEmpty() && (rest.size() == 1 || rest.get(1).kind() != Token.Kind.EQUALS);
    }

    private static String text(TagPath path) {
        return path.tokens().stream().map(Token::text).collect(Collectors.joining());
    }

    private void name(TagPath path, boolean opensBlock, Scope around) {
        List<Token> names = path.names();
        if (path.argumentName() || path.isConstant() || names.isEmpty()) {
            return;
        }
        Token first = names.getFirst();
        Optional<Token> parameter = path.startsBare() ? around.parameter(first.text()) : Optional.empty();
        boolean helper = path.target() && path.isWord() && parameter.isEmpty() && isHelper(first, opensBlock);
        if (helper || opensBlock) {
            add(NameUse.Kind.HELPER, first, SchemaType.UNKNOWN, -1);
        } else if (path.isData()) {
            data(path, names, around);
        } else if (parameter.isPresent()) {
            add(
                    NameUse.Kind.PARAMETER,
                    first,
                    around.type(path),
                    parameter.get().start());
        } else {
            boolean input = around.isInput(path.depth());
            add(input ? NameUse.Kind.INPUT : NameUse.Kind.FIELD, first, around.type(path), -1);
        }
    }

    private void data(TagPath path, List<Token> names, Scope around) {
        add(NameUse.Kind.DATA, names.getFirst(), SchemaType.UNKNOWN, -1);
        if (names.size() > 1 && names.getFirst().text().equals("root")) {
            Token input = names.get(1);
            add(NameUse.Kind.INPUT, input, around.inputs().field(input.text()), -1);
        }
    }

    private static boolean isHelper(Token word, boolean block) {
        return block || Helper.find(word.text()).isPresent();
    }

    private void add(NameUse.Kind kind, Token token, SchemaType type, int declaredAt) {
        boolean bracketed = token.kind() == Token.Kind.SEGMENT;
        uses.add(new NameUse(
                kind,
                token.text(),
                bracketed ? token.start() + 1 : token.start(),
                bracketed ? token.end() - 1 : token.end(),
                type,
                declaredAt));
    }
}
