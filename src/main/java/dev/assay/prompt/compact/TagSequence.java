package dev.assay.prompt.compact;

import dev.assay.prompt.frontmatter.FileLayout;
import dev.assay.prompt.source.SourceText;
import dev.assay.prompt.template.Piece;
import dev.assay.prompt.template.TemplateLexer;
import dev.assay.prompt.template.TemplateParser;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The tags and raw blocks of a prompt's body in their order, without comments: what must be kept when its words change.
 *
 * @param tags as written, with single blanks
 */
public record TagSequence(List<String> tags) {
    public TagSequence {
        tags = List.copyOf(tags);
    }

    /** The tags of a prompt file's whole text. */
    public static TagSequence of(String source) {
        FileLayout layout = FileLayout.of(source);
        return new TagSequence(TemplateLexer.lex(source, layout.bodyStart(), layout.bodyEnd()).pieces().stream()
                .filter(piece -> !(piece instanceof Piece.Text) && !isComment(piece))
                .map(piece -> source.substring(piece.start(), piece.end()).replaceAll("\\s+", " "))
                .toList());
    }

    /**
     * Why a text may not take the place of another one: it lacks a tag, has one that is new, has them in another order, or
     * cannot be read. Empty where it may.
     */
    public static Optional<String> difference(String source, String after) {
        FileLayout layout = FileLayout.of(after);
        var problems = TemplateParser.parse(new SourceText("", after), layout.bodyStart(), layout.bodyEnd())
                .problems();
        if (!problems.isEmpty()) {
            return Optional.of(
                    "it cannot be read as a template: " + problems.getFirst().message());
        }
        List<String> old = of(source).tags;
        List<String> now = of(after).tags;
        Map<String, Integer> before = counts(old);
        Map<String, Integer> then = counts(now);
        for (String tag : before.keySet()) {
            int left = then.getOrDefault(tag, 0);
            if (left < before.get(tag)) {
                return Optional.of(left == 0 ? "it lacks " + tag : "it has " + tag + " too few times");
            }
        }
        for (String tag : then.keySet()) {
            int had = before.getOrDefault(tag, 0);
            if (then.get(tag) > had) {
                return Optional.of(had == 0 ? "it adds " + tag : "it has " + tag + " too many times");
            }
        }
        for (int i = 0; i < old.size(); i++) {
            if (!old.get(i).equals(now.get(i))) {
                return Optional.of("it has " + now.get(i) + " where " + old.get(i) + " must stand");
            }
        }
        return Optional.empty();
    }

    private static boolean isComment(Piece piece) {
        return piece instanceof Piece.Tag tag && tag.kind() == Piece.TagKind.COMMENT;
    }

    private static Map<String, Integer> counts(List<String> tags) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        tags.forEach(tag -> counts.merge(tag, 1, Integer::sum));
        return counts;
    }
}
