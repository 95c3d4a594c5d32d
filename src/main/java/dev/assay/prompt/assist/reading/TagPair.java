package dev.assay.prompt.assist.reading;

import dev.assay.prompt.assist.ParsedPrompt;
import dev.assay.prompt.template.Piece;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The tags that make one block: the one that opens it, its branches, the one that closes it.
 *
 * @param tags by position, at least two
 */
public record TagPair(List<Span> tags) {
    public TagPair {
        tags = List.copyOf(tags);
    }

    /** A tag's place. */
    public record Span(int start, int end) {
        boolean covers(int offset) {
            return start <= offset && offset <= end;
        }
    }

    /** The tags that belong to the one at an offset; empty where there is none, or its block is not closed. */
    public static Optional<TagPair> at(ParsedPrompt prompt, int offset) {
        Deque<Open> open = new ArrayDeque<>();
        for (Piece piece : prompt.pieces()) {
            if (piece instanceof Piece.Tag tag) {
                String name =
                        tag.tokens().isEmpty() ? "" : tag.tokens().getFirst().text();
                switch (tag.kind()) {
                    case OPEN, OPEN_INVERSE -> open.push(new Open(name, new ArrayList<>(List.of(span(tag)))));
                    case ELSE, ELSE_CHAIN ->
                        Optional.ofNullable(open.peek()).ifPresent(block -> block.tags.add(span(tag)));
                    case CLOSE -> {
                        Optional<TagPair> pair = close(open, name, span(tag), offset);
                        if (pair.isPresent()) {
                            return pair;
                        }
                    }
                    default -> {}
                }
            }
        }
        return Optional.empty();
    }

    private record Open(String name, List<Span> tags) {}

    private static Optional<TagPair> close(Deque<Open> open, String name, Span closer, int offset) {
        if (open.stream().noneMatch(block -> block.name.equals(name))) {
            return Optional.empty();
        }
        while (!open.element().name.equals(name)) {
            open.pop();
        }
        List<Span> tags = open.pop().tags;
        tags.add(closer);
        return tags.stream().anyMatch(tag -> tag.covers(offset)) ? Optional.of(new TagPair(tags)) : Optional.empty();
    }

    private static Span span(Piece.Tag tag) {
        return new Span(tag.start(), tag.end());
    }

    /** The closing tag, or the opening one where the offset lies in the closing one. */
    public Span other(int offset) {
        return tags.getLast().covers(offset) ? tags.getFirst() : tags.getLast();
    }
}
