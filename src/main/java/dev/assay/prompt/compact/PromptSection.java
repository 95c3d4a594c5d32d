package dev.assay.prompt.compact;

import dev.assay.llm.InputException;
import dev.assay.prompt.compact.body.BodyLine;
import dev.assay.prompt.compact.body.PromptBody;
import dev.assay.prompt.compact.body.Scope;
import dev.assay.prompt.compact.body.Stretch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of a prompt that can be left out: what stands under a heading, or else a paragraph.
 *
 * @param line of the file that it begins on, from 1
 * @param title its first words
 * @param tags the tags that would go with it, as written
 * @param without the whole text of the file without it
 */
public record PromptSection(int line, String title, List<String> tags, String without) {
    private static final Pattern HEADING = Pattern.compile("\\s*(#{1,6})\\s.*");
    private static final int TITLE = 60;

    /** Each is a variant of its own on all cases. */
    public static final int MOST = 50;

    public PromptSection {
        tags = List.copyOf(tags);
    }

    /** How small the parts are. */
    public enum Size {
        /** What stands under a heading, with the headings below it; a paragraph where there is none. */
        SECTION,
        /** What blank lines cut, never inside code, data or a block. */
        PARAGRAPH
    }

    /**
     * The parts of a prompt that can be left out, each alone, so that a template without errors is left that still says
     * something. Marks that begin messages are part of none.
     *
     * @param source the whole text of a prompt file without errors
     * @throws InputException where there are more than {@link #MOST}
     */
    public static List<PromptSection> of(String source, Size size) {
        var body = PromptBody.of(source);
        var blocks = new ArrayList<Block>();
        for (Stretch stretch : body.stretches()) {
            List<Block> paragraphs = blocks(body, stretch);
            blocks.addAll(size == Size.SECTION ? underHeadings(stretch, paragraphs) : paragraphs);
        }
        if (blocks.size() > MOST) {
            throw new InputException("The prompt has " + blocks.size() + " sections, and at most " + MOST
                    + " are tried: join some under headings");
        }
        return blocks.stream().flatMap(block -> section(body, block).stream()).toList();
    }

    private record Block(int start, int end) {}

    private static List<Block> blocks(PromptBody body, Stretch stretch) {
        var blocks = new ArrayList<Block>();
        int start = -1;
        int end = -1;
        for (BodyLine line : stretch.lines()) {
            boolean loose = !body.isFormed(line.start(), line.next()) && isTop(body, line.start());
            if (start >= 0 && stretch.isBlank(line) && loose) {
                blocks.add(new Block(start, end));
                start = -1;
            } else if (!stretch.isBlank(line)) {
                start = start < 0 ? line.start() : start;
                end = line.next();
            }
        }
        if (start >= 0) {
            blocks.add(new Block(start, end));
        }
        return blocks;
    }

    private static boolean isTop(PromptBody body, int offset) {
        return body.scope(offset).path().isEmpty();
    }

    private static List<Block> underHeadings(Stretch stretch, List<Block> blocks) {
        var sections = new ArrayList<Block>();
        int level = 0;
        for (Block block : blocks) {
            int own = level(stretch, block);
            if (level > 0 && (own == 0 || own > level)) {
                sections.set(sections.size() - 1, new Block(sections.getLast().start, block.end));
            } else {
                sections.add(block);
                level = own;
            }
        }
        return sections;
    }

    /** The level of the heading that a block begins with, or 0. */
    private static int level(Stretch stretch, Block block) {
        String first = stretch.text()
                .substring(block.start, block.end)
                .lines()
                .findFirst()
                .orElse("");
        Matcher heading = HEADING.matcher(first);
        return heading.matches() ? heading.group(1).length() : 0;
    }

    private static Optional<PromptSection> section(PromptBody body, Block block) {
        String source = body.source();
        CompactEdit edit = new Cut(body).lines(block.start, block.end, CompactRule.REWRITE, "");
        String without = new Compaction(source, List.of(edit), List.of()).text();
        Scope before = body.scope(block.start);
        boolean readable = TagSequence.difference(without, without).isEmpty();
        boolean says = !PromptBody.of(without).template().nodes().isEmpty()
                && PromptBody.of(without).stretches().stream()
                        .anyMatch(stretch -> stretch.lines().stream().anyMatch(line -> !stretch.isBlank(line)));
        if (!before.path().isEmpty() || !readable || !says) {
            return Optional.empty();
        }
        String text = source.substring(block.start, block.end).strip();
        String first = text.lines().findFirst().orElse("").strip();
        String title =
                first.length() <= TITLE ? first : first.substring(0, TITLE - 1).stripTrailing() + "\u2026";
        return Optional.of(
                new PromptSection(edit.line(), title, TagSequence.of(text).tags(), without));
    }
}
