package dev.assay.ui.prompts.tree;

import dev.assay.registry.GitStatus;
import dev.assay.registry.PromptEntry;
import dev.assay.registry.check.BadPrompt;
import dev.assay.ui.fx.Messages;
import java.util.Map;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** A line of the tree: icon, name and the letter of the git status; a folder has a dot for what is in it. */
final class PromptTreeCell extends TreeCell<PromptNode> {
    private static final PseudoClass PARTIAL = PseudoClass.getPseudoClass("partial");
    private static final PseudoClass BAD = PseudoClass.getPseudoClass("bad");
    private static final String DOT = "\u2022";
    private static final double TIP_WIDTH = 420;

    private final Supplier<Map<String, BadPrompt>> bad;
    private final FontIcon icon = new FontIcon();
    private final Label name = new Label();
    private final Region gap = new Region();
    private final Label status = new Label();
    private final HBox line = new HBox(icon, name, gap, status);

    /** @param bad the prompts that cannot be used as they are, by name */
    PromptTreeCell(Supplier<Map<String, BadPrompt>> bad) {
        this.bad = bad;
        line.getStyleClass().add("prompt-line");
        name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        name.setMinWidth(0);
        status.setMinWidth(Region.USE_PREF_SIZE);
        HBox.setHgrow(gap, Priority.ALWAYS);
        // The tree would grow wider than its window for a long name; this way the name is shortened instead.
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(PromptNode item, boolean empty) {
        super.updateItem(item, empty);
        if (empty || item == null) {
            setGraphic(null);
            setTooltip(null);
            pseudoClassStateChanged(PARTIAL, false);
            pseudoClassStateChanged(BAD, false);
            return;
        }
        PromptEntry entry = item.entry();
        boolean partial = entry != null && entry.isPartial();
        BadPrompt problem = entry == null ? null : bad.get().get(entry.name());
        icon.setIconLiteral(icon(entry, problem));
        name.setText(item.label());
        pseudoClassStateChanged(PARTIAL, partial);
        pseudoClassStateChanged(BAD, problem != null);
        showStatus(item);
        setTooltip(entry == null ? null : tip(entry, problem));
        setGraphic(line);
    }

    private static String icon(@Nullable PromptEntry entry, @Nullable BadPrompt problem) {
        if (entry == null) {
            return "fth-folder";
        }
        if (problem != null) {
            return "fth-alert-triangle";
        }
        return entry.isPartial() ? "fth-corner-down-right" : "fth-file-text";
    }

    private static Tooltip tip(PromptEntry entry, @Nullable BadPrompt problem) {
        var tip = new Tooltip(problem == null ? entry.path() : entry.path() + "\n" + problem.problem());
        tip.setWrapText(true);
        tip.setMaxWidth(TIP_WIDTH);
        return tip;
    }

    private void showStatus(PromptNode item) {
        GitStatus state = item.status();
        boolean folder = item.entry() == null;
        boolean clean = state == GitStatus.CLEAN;
        status.setText(clean ? "" : folder ? DOT : String.valueOf(state.letter()));
        status.getStyleClass().setAll("label", "status-letter", StatusText.styleClass(state));
        if (folder) {
            status.getStyleClass().add("status-within");
        }
        String word = StatusText.word(state);
        status.setTooltip(new Tooltip(folder ? Messages.get("prompts.status.within", word) : word));
    }
}
