package dev.assay.registry.merge;

import dev.assay.prompt.frontmatter.FileLayout;
import dev.assay.prompt.frontmatter.SettingsReader;
import java.util.List;

/**
 * Joins prompts: the front matter key by key, so that two changed keys never conflict even where they stand side by
 * side; the body line by line. Front matter that cannot be read is joined line by line too.
 */
public final class PromptMerge {
    private PromptMerge() {}

    /** Joins two prompts that grew from a base; empty where they share none. */
    public static MergedText merge(String base, String ours, String theirs) {
        FileLayout b = FileLayout.of(base);
        FileLayout o = FileLayout.of(ours);
        FileLayout t = FileLayout.of(theirs);
        boolean byKey = o.hasFrontMatter()
                && o.closed()
                && t.hasFrontMatter()
                && t.closed()
                && (base.isEmpty() || (b.hasFrontMatter() && b.closed()));
        if (!byKey) {
            return LineMerge.merge(base, ours, theirs);
        }
        MergedText head = LineMerge.merge(
                base.substring(0, b.yamlStart()), ours.substring(0, o.yamlStart()), theirs.substring(0, t.yamlStart()));
        MergedText keys = keys(yaml(base, b), yaml(ours, o), yaml(theirs, t));
        MergedText rest = LineMerge.merge(
                base.substring(b.yamlEnd()), ours.substring(o.yamlEnd()), theirs.substring(t.yamlEnd()));
        return MergedText.of(List.of(head, keys, rest));
    }

    private static MergedText keys(String base, String ours, String theirs) {
        if (isReadable(base) && isReadable(ours) && isReadable(theirs)) {
            MergedText merged = FrontMatterMerge.merge(base, ours, theirs);
            // What was moved about may have lost its meaning, such as an alias that now stands above its anchor.
            if (isReadable(merged.settled(Choice.OURS)) && isReadable(merged.settled(Choice.THEIRS))) {
                return merged;
            }
        }
        return LineMerge.merge(base, ours, theirs);
    }

    private static boolean isReadable(String yaml) {
        return SettingsReader.read(yaml, 0, yaml.length()).problem() == null;
    }

    private static String yaml(String text, FileLayout layout) {
        return text.substring(layout.yamlStart(), layout.yamlEnd());
    }
}
