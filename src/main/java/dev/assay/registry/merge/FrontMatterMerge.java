package dev.assay.registry.merge;

import dev.assay.registry.merge.MergedText.Conflict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Joins front matter key by key. Each key brings its own lines and the comments above it; nothing is written anew. */
final class FrontMatterMerge {
    private final List<MergedText> texts = new ArrayList<>();

    private FrontMatterMerge() {}

    static MergedText merge(String base, String ours, String theirs) {
        var merge = new FrontMatterMerge();
        merge.under(List.of(), KeyLines.of(base), KeyLines.of(ours), KeyLines.of(theirs));
        return MergedText.of(merge.texts);
    }

    private void under(List<String> path, @Nullable KeyLines base, KeyLines ours, KeyLines theirs) {
        Map<String, KeyLines> before = base == null ? Map.of() : base.keys();
        for (String name : order(before, ours.keys(), theirs.keys())) {
            var longer = new ArrayList<>(path);
            longer.add(name);
            key(longer, before.get(name), ours.keys().get(name), theirs.keys().get(name));
        }
        texts.add(LineMerge.merge(base == null ? "" : base.tail(), ours.tail(), theirs.tail()));
    }

    /** Ours, unless only theirs was put in another order; keys of the other side come after the one they follow there. */
    private static List<String> order(
            Map<String, KeyLines> base, Map<String, KeyLines> ours, Map<String, KeyLines> theirs) {
        boolean oursAsBefore = List.copyOf(ours.keySet()).equals(List.copyOf(base.keySet()));
        var order = new ArrayList<>(oursAsBefore ? theirs.keySet() : ours.keySet());
        int at = 0;
        for (String name : oursAsBefore ? ours.keySet() : theirs.keySet()) {
            int found = order.indexOf(name);
            if (found < 0) {
                order.add(at, name);
                found = at;
            }
            at = found + 1;
        }
        return order;
    }

    private void key(List<String> path, @Nullable KeyLines base, @Nullable KeyLines ours, @Nullable KeyLines theirs) {
        if (ours == null || theirs == null) {
            onOneSide(path, base, ours, theirs);
        } else if (ours.all().equals(theirs.all())
                || (base != null && theirs.all().equals(base.all()))) {
            texts.add(MergedText.agreed(ours.all()));
        } else if (base != null && ours.all().equals(base.all())) {
            texts.add(MergedText.agreed(theirs.all()));
        } else {
            texts.add(comments(base == null ? "" : base.lead(), ours.lead(), theirs.lead()));
            own(path, base, ours, theirs);
        }
    }

    private void onOneSide(
            List<String> path, @Nullable KeyLines base, @Nullable KeyLines ours, @Nullable KeyLines theirs) {
        KeyLines only = ours == null ? theirs : ours;
        if (only == null) {
            return;
        }
        if (base == null) {
            texts.add(MergedText.agreed(only.all()));
        } else if (!Objects.equals(base.value(), only.value())) {
            texts.add(new MergedText(List.of(new Conflict(
                    path, base.all(), ours == null ? "" : ours.all(), theirs == null ? "" : theirs.all()))));
        }
    }

    private void own(List<String> path, @Nullable KeyLines base, KeyLines ours, KeyLines theirs) {
        if (ours.own().equals(theirs.own()) || (base != null && theirs.own().equals(base.own()))) {
            texts.add(MergedText.agreed(ours.own()));
        } else if (base != null && ours.own().equals(base.own())) {
            texts.add(MergedText.agreed(theirs.own()));
        } else if (ours.isMap() && theirs.isMap() && (base == null || base.isMap())) {
            boolean theirHead = base != null && ours.head().equals(base.head());
            texts.add(MergedText.agreed(theirHead ? theirs.head() : ours.head()));
            under(path, base, ours, theirs);
        } else if (Objects.equals(ours.value(), theirs.value())
                || (base != null && Objects.equals(theirs.value(), base.value()))) {
            texts.add(MergedText.agreed(ours.own()));
        } else if (base != null && Objects.equals(ours.value(), base.value())) {
            texts.add(MergedText.agreed(theirs.own()));
        } else {
            bothChanged(path, base == null ? "" : base.own(), ours, theirs);
        }
    }

    /** A long text or a list may have been changed in different lines. */
    private void bothChanged(List<String> path, String base, KeyLines ours, KeyLines theirs) {
        MergedText byLine = LineMerge.merge(base, ours.own(), theirs.own());
        boolean joined =
                byLine.isClean() && !ours.rest().isEmpty() && !theirs.rest().isEmpty();
        texts.add(joined ? byLine : new MergedText(List.of(new Conflict(path, base, ours.own(), theirs.own()))));
    }

    /** Comments are kept: those of both sides where both were changed. */
    private static MergedText comments(String base, String ours, String theirs) {
        MergedText merged = LineMerge.merge(base, ours, theirs);
        return merged.isClean() ? merged : MergedText.agreed(merged.settled(Choice.BOTH));
    }
}
