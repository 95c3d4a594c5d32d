package dev.assay.provider.wire;

import dev.assay.llm.ContentPart;
import dev.assay.llm.ContentPart.ToolCall;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Puts an answer together as the parts of a message, each at its place, for the proofs of reasoning that must go back in
 * the next request. Used by one thread.
 */
public final class AnswerParts {
    private final SortedMap<Integer, Slot> slots = new TreeMap<>();

    private static final class Slot {
        private final StringBuilder text = new StringBuilder();
        private final StringBuilder thought = new StringBuilder();
        private final StringBuilder proof = new StringBuilder();
        private String cipher = "";
        private @Nullable String id;
        private boolean call;
    }

    private Slot at(int place) {
        return slots.computeIfAbsent(place, number -> new Slot());
    }

    /** More visible text of a part. */
    public void text(int place, String piece) {
        at(place).text.append(piece);
    }

    /** More of the reasoning that a part shows. */
    public void thought(int place, String piece) {
        at(place).thought.append(piece);
    }

    /** More of the proof that the reasoning of, or before, a part is unchanged. */
    public void proof(int place, String piece) {
        at(place).proof.append(piece);
    }

    /** A part is reasoning that only the provider can read. */
    public void redacted(int place, String cipher) {
        at(place).cipher = cipher;
    }

    /** What the provider calls a part that is reasoning. */
    public void id(int place, @Nullable String id) {
        at(place).id = id;
    }

    /** A part is a tool call: the next of those that were not placed yet. */
    public void call(int place) {
        at(place).call = true;
    }

    /** The next free place after all others, for protocols without numbers. */
    public int next() {
        return slots.isEmpty() ? 0 : slots.lastKey() + 1;
    }

    /**
     * All parts in order; empty where there is no proof among them, as then nothing must go back as it is.
     *
     * @param calls the tool calls, in the order of their places
     */
    public List<ContentPart> parts(List<ToolCall> calls) {
        if (slots.values().stream().allMatch(slot -> slot.proof.isEmpty() && slot.cipher.isEmpty())) {
            return List.of();
        }
        Iterator<ToolCall> left = calls.iterator();
        List<ContentPart> parts = new ArrayList<>();
        for (Slot slot : slots.values()) {
            reasoning(slot, parts);
            text(slot.text.toString(), parts);
            if (slot.call && left.hasNext()) {
                parts.add(left.next());
            }
        }
        return parts;
    }

    private static void reasoning(Slot slot, List<ContentPart> parts) {
        if (!slot.cipher.isEmpty()) {
            parts.add(new ContentPart.Reasoning(slot.cipher, null, true, slot.id));
        }
        if (!slot.proof.isEmpty()) {
            parts.add(new ContentPart.Reasoning(slot.thought.toString(), slot.proof.toString(), false, slot.id));
        }
    }

    /** A text may have arrived in several parts, which are one. */
    private static void text(String text, List<ContentPart> parts) {
        if (text.isEmpty()) {
            return;
        }
        if (!parts.isEmpty() && parts.getLast() instanceof ContentPart.Text before) {
            parts.set(parts.size() - 1, new ContentPart.Text(before.text() + text));
        } else {
            parts.add(new ContentPart.Text(text));
        }
    }
}
