package dev.assay.prompt.template;

import dev.assay.prompt.template.Node.Branch;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A block whose closing tag has not come yet. */
final class OpenBlock {
    private final Piece.Tag tag;
    private final List<Branch> finished = new ArrayList<>();
    private @Nullable Branch head;
    private List<Node> body = new ArrayList<>();
    private boolean broken;
    private boolean hasElse;

    /**
     * @param tag the opening tag
     * @param head its helper and block parameters, or null where they cannot be read
     */
    OpenBlock(Piece.Tag tag, @Nullable Branch head) {
        this.tag = tag;
        this.head = head;
        this.broken = head == null;
    }

    /** The word that the closing tag must repeat. */
    String name() {
        if (head != null && finished.isEmpty() && head.call() != null) {
            return head.call().target().text();
        }
        if (!finished.isEmpty() && finished.getFirst().call() != null) {
            return finished.getFirst().call().target().text();
        }
        return tag.tokens().isEmpty() ? "" : tag.tokens().getFirst().text();
    }

    int start() {
        return tag.start();
    }

    int tagEnd() {
        return tag.end();
    }

    boolean hasElse() {
        return hasElse;
    }

    /** Where nodes go now. */
    List<Node> body() {
        return body;
    }

    /** Begins the next branch; {@code next} is null for a final else or where it cannot be read. */
    void alternate(@Nullable Branch next, boolean isFinal) {
        finishBranch();
        head = next;
        hasElse = isFinal;
    }

    private void finishBranch() {
        finished.add(new Branch(head == null ? null : head.call(), head == null ? List.of() : head.parameters(), body));
        body = new ArrayList<>();
    }

    /** The block, or null where its opening tag cannot be read. */
    Node.@Nullable Block build(int end) {
        finishBranch();
        if (broken) {
            return null;
        }
        boolean inverse = tag.kind() == Piece.TagKind.OPEN_INVERSE;
        return new Node.Block(tag.start(), end, inverse ? inverted(end) : finished);
    }

    /** {@code {{^x}}A{{else}}B{{/x}}} is {@code {{#x}}B{{else}}A{{/x}}}. */
    private List<Branch> inverted(int end) {
        Branch first = finished.getFirst();
        List<Branch> rest = finished.subList(1, finished.size());
        List<Node> shown = rest.isEmpty()
                ? List.of()
                : rest.getFirst().call() == null
                        ? rest.getFirst().body()
                        : List.of(new Node.Block(tag.start(), end, rest));
        return List.of(new Branch(first.call(), first.parameters(), shown), new Branch(null, List.of(), first.body()));
    }
}
