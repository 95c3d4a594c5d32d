package dev.assay.ui.monitoring;

import dev.assay.history.metrics.GroupBy;
import dev.assay.ui.fx.Messages;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Names what calls are told apart by. */
final class GroupingWords extends StringConverter<GroupBy> {

    static String of(GroupBy by) {
        return switch (by) {
            case PROVIDER -> Messages.get("monitoring.by.provider");
            case MODEL -> Messages.get("monitoring.by.model");
            case PROMPT -> Messages.get("monitoring.by.prompt");
            case OPERATION -> Messages.get("monitoring.by.operation");
            case DAY -> Messages.get("monitoring.by.day");
        };
    }

    @Override
    public String toString(@Nullable GroupBy by) {
        return by == null ? "" : of(by);
    }

    @Override
    public @Nullable GroupBy fromString(String text) {
        return null;
    }
}
