package dev.assay.prompt.template;

import dev.assay.prompt.source.Dialect;
import dev.assay.prompt.source.Problem;
import dev.assay.prompt.source.SourceText;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/** Matches blocks and builds the tree. Never fails: what cannot be read is left out and reported. */
public final class TemplateParser {
    /** Deeper nesting is a mistake or an attack; the limit also bounds recursion over the tree. */
    static final int DEEPEST = 64;

    /** Nobody reads more than this at once. */
    private static final int MOST_PROBLEMS = 100;

    private final SourceText source;
    private final List<Problem> problems = new ArrayList<>();
    private final Deque<OpenBlock> open = new ArrayDeque<>();
    private final List<Node> root = new ArrayList<>();
    private int tooDeep;
    private boolean tooDeepTold;

    private TemplateParser(SourceText source) {
        this.source = source;
    }

    /** Parses the stretch of a file from one offset to another. */
    public static Template parse(SourceText source, int from, int to) {
        return parse(source, from, to, Dialect.STRICT);
    }

    /** Parses the stretch of a file from one offset to another by the rules of a dialect. */
    public static Template parse(SourceText source, int from, int to, Dialect dialect) {
        var parser = new TemplateParser(source);
        var lexed = TemplateLexer.lex(source.text(), from, to);
        lexed.problems().forEach(parser::report);
        parser.build(lexed.pieces());
        CallCheck.check(parser.root, dialect, parser::report);
        var sorted = parser.problems.stream()
                .sorted(Comparator.comparingInt(Problem::start))
                .toList();
        return new Template(source, parser.root, sorted);
    }

    private void build(List<Piece> pieces) {
        var whitespace = new WhitespaceControl(pieces);
        for (int i = 0; i < pieces.size(); i++) {
            switch (pieces.get(i)) {
                case Piece.Text text -> addText(text.start(), text.end(), whitespace.text(i, text));
                case Piece.Raw raw -> addRaw(raw);
                case Piece.Tag tag -> addTag(tag, whitespace.indent(i, tag));
            }
        }
        while (!open.isEmpty()) {
            leaveUnclosed();
        }
    }

    private void addText(int start, int end, String text) {
        if (!text.isEmpty()) {
            add(new Node.Text(start, end, text));
        }
    }

    private void addRaw(Piece.Raw raw) {
        if (!raw.name().equals("raw")) {
            report(new Problem(
                    "unknown-block-helper",
                    "there is no raw block '" + raw.name() + "': write {{{{raw}}}} around text to leave as it is",
                    raw.start(),
                    raw.contentStart()));
        }
        addText(raw.contentStart(), raw.contentEnd(), source.text().substring(raw.contentStart(), raw.contentEnd()));
    }

    private void addTag(Piece.Tag tag, String indent) {
        switch (tag.kind()) {
            case OUTPUT -> {
                var call = expression(tag, 0).call();
                if (call != null) {
                    add(new Node.Output(tag.start(), tag.end(), call));
                }
            }
            case PARTIAL -> {
                var partial = expression(tag, 0).partial(indent);
                if (partial != null) {
                    add(partial);
                }
            }
            case COMMENT -> add(new Node.Comment(tag.start(), tag.end()));
            case OPEN, OPEN_INVERSE -> enter(tag);
            case ELSE, ELSE_CHAIN -> alternate(tag);
            case CLOSE -> close(tag);
            case UNSUPPORTED -> unsupported(tag);
        }
    }

    private ExpressionParser expression(Piece.Tag tag, int firstToken) {
        return new ExpressionParser(tag, firstToken, source.text(), this::report);
    }

    private void enter(Piece.Tag tag) {
        if (open.size() >= DEEPEST) {
            tooDeep++;
            if (tooDeepTold) {
                return;
            }
            tooDeepTold = true;
            report(new Problem(
                    "too-deep",
                    "blocks are nested more than " + DEEPEST + " deep: nest them less",
                    tag.start(),
                    tag.end()));
            return;
        }
        open.push(new OpenBlock(tag, expression(tag, 0).head()));
    }

    private void alternate(Piece.Tag tag) {
        if (tooDeep > 0) {
            return;
        }
        var block = open.peek();
        if (block == null || block.hasElse()) {
            report(new Problem(
                    "unmatched-closing-block",
                    block == null
                            ? "this else belongs to no block: open one with {{#if ...}} before it"
                            : "this block has had its final else: remove one of them",
                    tag.start(),
                    tag.end()));
            return;
        }
        boolean isFinal = tag.kind() == Piece.TagKind.ELSE;
        block.alternate(isFinal ? null : expression(tag, 1).head(), isFinal);
    }

    private void close(Piece.Tag tag) {
        if (tooDeep > 0) {
            tooDeep--;
            return;
        }
        String name =
                source.text().substring(tag.contentStart(), tag.contentEnd()).strip();
        if (open.stream().noneMatch(block -> block.name().equals(name))) {
            var block = open.peek();
            report(new Problem(
                    "unmatched-closing-block",
                    "{{/" + name + "}} closes no open block: "
                            + (block == null
                                    ? "remove it or open one with {{#" + name + " ...}}"
                                    : "the open one needs {{/" + block.name() + "}}"),
                    tag.start(),
                    tag.end()));
            return;
        }
        while (!open.element().name().equals(name)) {
            leaveUnclosed();
        }
        add(open.pop(), tag.end());
    }

    private void leaveUnclosed() {
        var block = open.pop();
        report(new Problem(
                "unclosed-block",
                "this block is not closed: add {{/" + block.name() + "}}",
                block.start(),
                block.tagEnd()));
        add(block, block.tagEnd());
    }

    private void add(OpenBlock block, int end) {
        var built = block.build(end);
        if (built != null) {
            add(built);
        }
    }

    private void unsupported(Piece.Tag tag) {
        report(new Problem(
                "unsupported-tag",
                "partial blocks and decorators are not part of the format: use {{> name}} or {{#if ...}}",
                tag.start(),
                tag.end()));
        if (source.text().charAt(tag.contentStart() - 2) == '#' && open.size() < DEEPEST) {
            open.push(new OpenBlock(tag, null));
        }
    }

    private void add(Node node) {
        var block = open.peek();
        (block == null ? root : block.body()).add(node);
    }

    private void report(Problem problem) {
        if (problems.size() < MOST_PROBLEMS) {
            problems.add(problem);
        }
    }
}
