package dev.assay.prompt.assist;

import dev.assay.prompt.inputs.SchemaType;
import dev.assay.prompt.template.Piece;
import dev.assay.prompt.template.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The blocks around a place and what names mean in there.
 *
 * @param inputs the type of the inputs
 * @param blocks outermost first
 */
public record Scope(SchemaType inputs, List<Block> blocks) {
    public Scope {
        blocks = List.copyOf(blocks);
    }

    /**
     * A block that is open.
     *
     * @param opener the tag that opens it
     * @param helper the word after {@code #}; may be empty
     * @param parameters the names after {@code as}
     * @param changesThis names in it belong to an element
     * @param self the type of {@code this} in it
     */
    public record Block(
            Piece.Tag opener, String helper, List<Token> parameters, boolean changesThis, SchemaType self) {}

    /** The scope of a place in a prompt; a tag that the place lies in does not count yet. */
    public static Scope at(ParsedPrompt prompt, int offset) {
        var scope = new Scope(prompt.inputs(), List.of());
        for (Piece piece : prompt.pieces()) {
            if (piece.end() > offset) {
                break;
            }
            if (piece instanceof Piece.Tag tag) {
                scope = scope.after(tag);
            }
        }
        return scope;
    }

    /** The scope behind a tag. */
    Scope after(Piece.Tag tag) {
        return switch (tag.kind()) {
            case OPEN, OPEN_INVERSE -> with(open(tag, tag));
            case UNSUPPORTED -> tag.tokens().isEmpty() ? this : with(open(tag, tag));
            case ELSE, ELSE_CHAIN -> blocks.isEmpty() ? this : alternate(tag);
            case CLOSE ->
                close(tag.tokens().isEmpty() ? "" : tag.tokens().getFirst().text());
            case OUTPUT, PARTIAL, COMMENT -> this;
        };
    }

    private Scope alternate(Piece.Tag tag) {
        Block last = blocks.getLast();
        var outer = new Scope(inputs, blocks.subList(0, blocks.size() - 1));
        Block branch = tag.kind() == Piece.TagKind.ELSE
                ? new Block(last.opener(), last.helper(), List.of(), false, outer.self(0))
                : outer.open(tag, last.opener());
        return outer.with(
                new Block(last.opener(), last.helper(), branch.parameters(), branch.changesThis(), branch.self()));
    }

    private Scope close(String name) {
        for (int i = blocks.size() - 1; i >= 0; i--) {
            if (blocks.get(i).helper().equals(name)) {
                return new Scope(inputs, blocks.subList(0, i));
            }
        }
        return this;
    }

    private Block open(Piece.Tag tag, Piece.Tag opener) {
        List<TagPath> paths = TagPath.of(tag);
        String helper =
                paths.isEmpty() ? "" : paths.getFirst().tokens().getFirst().text();
        boolean changes = helper.equals("each") || helper.equals("with");
        SchemaType subject = paths.size() > 1 ? type(paths.get(1)) : SchemaType.UNKNOWN;
        SchemaType self = !changes ? self(0) : helper.equals("each") ? subject.element() : subject;
        return new Block(opener, helper, TagPath.parameters(tag), changes, self);
    }

    private Scope with(Block block) {
        var deeper = new ArrayList<>(blocks);
        deeper.add(block);
        return new Scope(inputs, deeper);
    }

    /** How many times {@code this} has changed. */
    public int depth() {
        return (int) blocks.stream().filter(Block::changesThis).count();
    }

    /** Whether {@code this}, or what lies {@code up} levels above it, is the map of all inputs. */
    public boolean isInput(int up) {
        return depth() == up;
    }

    /** The type of {@code this}, or of what lies {@code up} levels above it. */
    public SchemaType self(int up) {
        List<Block> changing = blocks.stream().filter(Block::changesThis).toList();
        int level = changing.size() - 1 - up;
        return level < -1
                ? SchemaType.UNKNOWN
                : level == -1 ? inputs : changing.get(level).self();
    }

    /** The innermost block parameter of that name. */
    public Optional<Token> parameter(String name) {
        return blocks.reversed().stream()
                .flatMap(block -> block.parameters().stream())
                .filter(token -> token.text().equals(name))
                .findFirst();
    }

    /** The type of the innermost block parameter of that name. */
    public SchemaType parameterType(String name) {
        for (Block block : blocks.reversed()) {
            for (int i = 0; i < block.parameters().size(); i++) {
                if (block.parameters().get(i).text().equals(name)) {
                    return i == 0 ? block.self() : SchemaType.UNKNOWN;
                }
            }
        }
        return SchemaType.UNKNOWN;
    }

    /** The type that a path leads to. */
    SchemaType type(TagPath path) {
        return type(path, path.names().size());
    }

    /** The type that the first names of a path lead to. */
    SchemaType type(TagPath path, int names) {
        if (path.isData()) {
            return SchemaType.UNKNOWN;
        }
        SchemaType type = self(path.depth());
        int from = 0;
        String first = path.names().isEmpty() ? "" : path.names().getFirst().text();
        if (path.startsBare() && parameter(first).isPresent()) {
            type = parameterType(first);
            from = 1;
        }
        for (int i = from; i < Math.min(names, path.names().size()); i++) {
            type = path.names().get(i).text().matches("\\d+")
                    ? type.element()
                    : type.field(path.names().get(i).text());
        }
        return type;
    }

    /** The block that a closing tag would close here, or null where none is open. */
    public @Nullable Block innermost() {
        return blocks.isEmpty() ? null : blocks.getLast();
    }
}
