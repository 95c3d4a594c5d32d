package dev.assay.prompt.compact.body;

import dev.assay.prompt.frontmatter.FileLayout;
import dev.assay.prompt.source.SourceText;
import dev.assay.prompt.template.Characters;
import dev.assay.prompt.template.Node;
import dev.assay.prompt.template.Piece;
import dev.assay.prompt.template.Template;
import dev.assay.prompt.template.TemplateLexer;
import dev.assay.prompt.template.TemplateParser;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** The body of a prompt file, with what in it has a form of its own. Offsets count from the beginning of the file. */
public final class PromptBody {
    private static final List<Guard> BLOCKS =
            List.of(new FencedCode(), new IndentedCode(), new Tables(), new Brackets(), new Elements(), new Examples());
    private static final Guard INLINE = new Quotes();
    private static final int LONGEST_LINE = 4000;

    private final String source;
    private final FileLayout layout;
    private final Template template;
    private final Scopes scopes;
    private final List<Piece> pieces;
    private final List<Stretch> stretches = new ArrayList<>();
    private final BitSet tags = new BitSet();
    private final BitSet formed = new BitSet();
    private final BitSet quoted = new BitSet();

    private PromptBody(String source) {
        this.source = source;
        this.layout = FileLayout.of(source);
        this.template = TemplateParser.parse(new SourceText("", source), layout.bodyStart(), layout.bodyEnd());
        this.scopes = Scopes.of(template);
        this.pieces =
                TemplateLexer.lex(source, layout.bodyStart(), layout.bodyEnd()).pieces();
        StringBuilder masked = masked();
        maskLongLines(masked);
        cut(masked.toString());
        protectStripped();
        for (Stretch stretch : stretches) {
            BLOCKS.forEach(guard -> guard.protect(stretch, formed));
            INLINE.protect(stretch, quoted);
        }
    }

    /** The body of a prompt file's whole text. */
    public static PromptBody of(String source) {
        return new PromptBody(source);
    }

    private StringBuilder masked() {
        var masked = new StringBuilder(source);
        for (Piece piece : pieces) {
            if (!(piece instanceof Piece.Text)) {
                tags.set(piece.start(), piece.end());
                for (int i = piece.start(); i < piece.end(); i++) {
                    masked.setCharAt(i, Stretch.TAG);
                }
            }
        }
        return masked;
    }

    /** Such a line is data, or a text that nobody could look through for a change of its white space. */
    private void maskLongLines(StringBuilder masked) {
        int start = layout.bodyStart();
        while (start < layout.bodyEnd()) {
            int feed = source.indexOf('\n', start);
            int end = feed < 0 || feed > layout.bodyEnd() ? layout.bodyEnd() : feed;
            if (end - start > LONGEST_LINE) {
                formed.set(start, end);
                for (int i = start; i < end; i++) {
                    masked.setCharAt(i, Stretch.TAG);
                }
            }
            start = end + 1;
        }
    }

    /** A tilde joins a tag with the lines around: what goes there would join it with others. */
    private void protectStripped() {
        for (Piece piece : pieces) {
            if (piece instanceof Piece.Tag tag && tag.stripLeft()) {
                int word = tag.start();
                while (word > layout.bodyStart() && Characters.isSpace(source.charAt(word - 1))) {
                    word--;
                }
                formed.set(Math.max(layout.bodyStart(), source.lastIndexOf('\n', word - 1) + 1), tag.start());
            }
            if (piece instanceof Piece.Tag tag && tag.stripRight()) {
                int word = tag.end();
                while (word < layout.bodyEnd() && Characters.isSpace(source.charAt(word))) {
                    word++;
                }
                int feed = source.indexOf('\n', word);
                formed.set(tag.end(), feed < 0 ? layout.bodyEnd() : Math.min(feed, layout.bodyEnd()));
            }
        }
    }

    private void cut(String masked) {
        int from = layout.bodyStart();
        for (Node.Output mark : scopes.marks()) {
            stretches.add(Stretch.of(masked, from, Math.max(from, mark.start())));
            from = Math.max(from, mark.end());
        }
        stretches.add(Stretch.of(masked, from, Math.max(from, layout.bodyEnd())));
    }

    /** The whole text of the file. */
    public String source() {
        return source;
    }

    /** The offset after the last character of the body. */
    public int end() {
        return layout.bodyEnd();
    }

    /** What stands between the marks that begin messages, in order. */
    public List<Stretch> stretches() {
        return stretches;
    }

    /** The tree of the body. */
    public Template template() {
        return template;
    }

    /** Where the text or tag at an offset stands. */
    public Scope scope(int offset) {
        return scopes.at(offset);
    }

    /** The code between fences, each with its fences, in order. */
    public List<String> code() {
        var code = new ArrayList<String>();
        for (Stretch stretch : stretches) {
            var fenced = new BitSet();
            new FencedCode().protect(stretch, fenced);
            int at = fenced.nextSetBit(0);
            while (at >= 0) {
                int end = fenced.nextClearBit(at);
                code.add(source.substring(at, end).strip());
                at = fenced.nextSetBit(end);
            }
        }
        return code;
    }

    /** Whether white space between two offsets may change: nothing of it is in a tag, in something formed, or quoted. */
    public boolean isLoose(int from, int to) {
        return isPlain(from, to) && !any(quoted, from, to);
    }

    /** Whether there are but words between two offsets: no tag and nothing formed. */
    public boolean isPlain(int from, int to) {
        return !any(tags, from, to) && !any(formed, from, to);
    }

    /** Whether anything between two offsets has a form that must stay. */
    public boolean isFormed(int from, int to) {
        return any(formed, from, to);
    }

    /** Whether a tag stands between two offsets. */
    public boolean hasTag(int from, int to) {
        return any(tags, from, to);
    }

    private static boolean any(BitSet set, int from, int to) {
        int found = set.nextSetBit(from);
        return found >= 0 && found < to;
    }
}
