package dev.assay.ui.editor.diff;

import dev.assay.registry.diff.TextDiff;
import dev.assay.ui.fx.Messages;
import dev.assay.ui.fx.Shown;
import java.util.List;
import java.util.Objects;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** Two texts side by side or in one column, with the ways to look at them above. Read only. */
public final class DiffPane extends BorderPane {
    /** Narrower than this, two columns would break most lines. */
    private static final double TWO_COLUMNS = 560;

    private final ToggleButton sideBySide = toggle("diff.side", Messages.get("diff.side"));
    private final ToggleButton inline = toggle("diff.inline", Messages.get("diff.inline"));
    private final ToggleButton ignoreSpace = new ToggleButton(Messages.get("diff.space"));
    private final Label count = new Label();
    private @Nullable DiffList list;
    private Subscription counting = Subscription.EMPTY;
    private boolean chosen;

    /** A view of nothing; {@link #show} fills it. */
    public DiffPane() {
        getStyleClass().add("diff-pane");
        getStylesheets()
                .add(Objects.requireNonNull(DiffPane.class.getResource("diff.css"))
                        .toExternalForm());
        setMinWidth(0);
    }

    /** Shows what a view-model compares; called once. */
    public void show(DiffViewModel viewModel) {
        list = new DiffList(viewModel);
        setTop(bar(viewModel));
        setCenter(list);
        viewModel.inlineProperty().subscribe(one -> (one ? inline : sideBySide).setSelected(true));
        viewModel.diffProperty().subscribe(diff -> {
            if (viewModel.choiceProperty().get() == null) {
                count(diff);
            }
        });
        viewModel.choiceProperty().subscribe(choice -> {
            // White space that is not shown could not be taken or left.
            Shown.set(ignoreSpace, choice == null);
            follow(choice);
        });
        ignoreSpace.selectedProperty().bindBidirectional(viewModel.ignoreSpaceProperty());
        widthProperty().subscribe(width -> {
            if (!chosen && width.doubleValue() > 0) {
                viewModel.inlineProperty().set(width.doubleValue() < TWO_COLUMNS);
            }
        });
    }

    private HBox bar(DiffViewModel viewModel) {
        var group = new ToggleGroup();
        List.of(sideBySide, inline).forEach(button -> button.setToggleGroup(group));
        sideBySide.getStyleClass().add("left-pill");
        inline.getStyleClass().add("right-pill");
        sideBySide.setOnAction(event -> choose(viewModel, false));
        inline.setOnAction(event -> choose(viewModel, true));
        ignoreSpace.getStyleClass().addAll("small", "quiet-toggle");
        ignoreSpace.setTooltip(new Tooltip(Messages.get("diff.space.tip")));
        ignoreSpace.setMinWidth(Region.USE_PREF_SIZE);
        count.getStyleClass().add("soft");
        count.setMinWidth(0);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var bar = new HBox(
                new HBox(sideBySide, inline),
                ignoreSpace,
                gap,
                count,
                step("fth-arrow-up", Messages.get("diff.previous"), -1),
                step("fth-arrow-down", Messages.get("diff.next"), 1));
        bar.getStyleClass().add("diff-bar");
        return bar;
    }

    private void choose(DiffViewModel viewModel, boolean oneColumn) {
        chosen = true;
        viewModel.inlineProperty().set(oneColumn);
        (oneColumn ? inline : sideBySide).setSelected(true);
    }

    private Button step(String icon, String tip, int direction) {
        var button = new Button(null, new FontIcon(icon));
        button.getStyleClass().addAll("button-icon", "flat", "small");
        button.setTooltip(new Tooltip(tip));
        button.setAccessibleText(tip);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> {
            if (list != null) {
                list.go(direction);
            }
        });
        return button;
    }

    private void count(TextDiff diff) {
        count.setText(Messages.get("diff.count", diff.hunks().size()));
    }

    private void follow(@Nullable HunkChoice choice) {
        counting.unsubscribe();
        counting = choice == null
                ? Subscription.EMPTY
                : choice.takenProperty()
                        .subscribe(taken -> count.setText(Messages.get("diff.taken", taken.size(), choice.count())));
    }

    private static ToggleButton toggle(String id, String text) {
        var button = new ToggleButton(text);
        button.setId(id.replace('.', '-'));
        button.getStyleClass().add("small");
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }
}
