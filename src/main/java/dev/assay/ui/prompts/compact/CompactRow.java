package dev.assay.ui.prompts.compact;

import dev.assay.prompt.compact.CompactEdit;
import dev.assay.prompt.compact.CompactRule;
import dev.assay.prompt.compact.Compaction;
import dev.assay.ui.fx.Messages;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/**
 * Edits that are taken or left together: white space of one kind, or a single cut.
 *
 * @param title what they are and why
 * @param removed the words that go; empty for white space
 * @param edits at least one
 * @param taken whether they are taken; writable
 */
record CompactRow(String title, String removed, List<CompactEdit> edits, BooleanProperty taken) {
    /** Nobody looks at more of them one by one. */
    private static final int MOST_SINGLE = 100;

    CompactRow {
        edits = List.copyOf(edits);
    }

    private CompactRow(String title, String removed, List<CompactEdit> edits) {
        this(title, removed, edits, new SimpleBooleanProperty(true));
    }

    /** All edits of a compaction: single cuts in the order of the text, then white space by kind. */
    static List<CompactRow> of(Compaction compaction) {
        var rows = new ArrayList<CompactRow>();
        var rest = new ArrayList<CompactEdit>();
        Map<CompactRule, List<CompactEdit>> space = new EnumMap<>(CompactRule.class);
        for (CompactEdit edit : compaction.edits()) {
            if (edit.rule().isSpaceOnly()) {
                space.computeIfAbsent(edit.rule(), rule -> new ArrayList<>()).add(edit);
            } else if (rows.size() == MOST_SINGLE) {
                rest.add(edit);
            } else {
                // What is written anew is seen beside it.
                String removed = edit.rule() == CompactRule.REWRITE
                        ? ""
                        : compaction.source().substring(edit.start(), edit.end());
                rows.add(new CompactRow(
                        Messages.get("compact.line", edit.line(), edit.reason()), removed.strip(), List.of(edit)));
            }
        }
        if (!rest.isEmpty()) {
            rows.add(new CompactRow(Messages.get("compact.more", rest.size()), "", rest));
        }
        space.forEach((rule, edits) -> rows.add(new CompactRow(title(rule, edits.size()), "", edits)));
        return rows;
    }

    private static String title(CompactRule rule, int places) {
        return switch (rule) {
            case TRAILING_SPACE -> Messages.get("compact.trailing", places);
            case BLANK_LINES -> Messages.get("compact.blank", places);
            default -> Messages.get("compact.repeated", places);
        };
    }
}
