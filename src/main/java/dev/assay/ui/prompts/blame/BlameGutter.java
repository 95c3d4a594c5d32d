package dev.assay.ui.prompts.blame;

import dev.assay.registry.git.PromptRevision;
import dev.assay.ui.editor.EditorComponent;
import dev.assay.ui.editor.PromptEditor;
import dev.assay.ui.fx.Messages;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.fxmisc.richtext.model.PlainTextChange;
import org.fxmisc.richtext.model.TwoDimensional.Bias;
import org.reactfx.Subscription;

/**
 * A column with author and age of each line. It makes nodes for lines in sight only; while it is off it does nothing at
 * all.
 */
public final class BlameGutter implements EditorComponent {
    private static final PseudoClass REPEATED = PseudoClass.getPseudoClass("repeated");
    private static final double TIP_WIDTH = 480;

    private final BlameViewModel blame;
    private final InstantSource clock;
    private final Consumer<PromptRevision> opener;
    private final IntFunction<Node> column = this::cell;
    private final Map<String, Tooltip> tips = new HashMap<>();
    private Subscription subscription = () -> {};

    /** @param opener hears which commit the user wants to see */
    public BlameGutter(BlameViewModel blame, InstantSource clock, Consumer<PromptRevision> opener) {
        this.blame = blame;
        this.clock = clock;
        this.opener = opener;
    }

    /** Is in the editor whenever the user wants it. */
    public void follow(PromptEditor editor) {
        blame.onProperty().subscribe((before, on) -> {
            if (on) {
                install(editor);
            } else {
                uninstall(editor);
            }
        });
    }

    @Override
    public void install(PromptEditor editor) {
        editor.gutter().addFirst(column);
        javafx.util.Subscription updates = blame.updatesProperty().subscribe((before, now) -> {
            tips.clear();
            editor.gutter().refresh();
        });
        subscription = editor.area()
                .plainTextChanges()
                .subscribe(change -> edited(editor, change))
                .and(updates::unsubscribe);
    }

    @Override
    public void uninstall(PromptEditor editor) {
        subscription.unsubscribe();
        subscription = () -> {};
        tips.clear();
        editor.gutter().remove(column);
    }

    private void edited(PromptEditor editor, PlainTextChange change) {
        int line = editor.area()
                .offsetToPosition(change.getPosition(), Bias.Forward)
                .getMajor();
        boolean told = !(blame.origin(line) instanceof LineOrigin.Unknown);
        int removed = lineEnds(change.getRemoved());
        int inserted = lineEnds(change.getInserted());
        blame.edited(line, removed, inserted);
        if (removed + inserted > 0) {
            // The lines below have other numbers now.
            editor.gutter().refresh();
        } else if (told) {
            editor.gutter().refresh(line);
        }
    }

    private static int lineEnds(String text) {
        return (int) text.chars().filter(letter -> letter == '\n').count();
    }

    private Node cell(int line) {
        var cell = new HBox();
        cell.getStyleClass().add("blame");
        switch (blame.origin(line)) {
            case LineOrigin.Committed committed -> show(cell, committed);
            case LineOrigin.Uncommitted none -> {
                cell.getChildren().setAll(stripe("blame-uncommitted"), label(Messages.get("blame.uncommitted")));
                Tooltip.install(cell, tip("", Messages.get("blame.uncommitted.tip")));
            }
            case LineOrigin.Unknown unknown -> {}
        }
        return cell;
    }

    private void show(HBox cell, LineOrigin.Committed committed) {
        PromptRevision commit = committed.revision();
        Age age = Age.of(commit.time(), clock.instant());
        Label author = label(BlameTip.shortName(commit.author()));
        Label old = label(age.text());
        author.setMinWidth(0);
        old.setMinWidth(Region.USE_PREF_SIZE);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        cell.getChildren().setAll(stripe("blame-heat-" + age.heat()), author, gap, old);
        cell.pseudoClassStateChanged(REPEATED, !committed.first());
        Tooltip.install(cell, tip(commit.commitId(), BlameTip.of(commit)));
        // The caret would come to the line by a press, and the line be made anew before the click is through.
        cell.setOnMousePressed(event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                event.consume();
                opener.accept(commit);
            }
        });
    }

    private static Region stripe(String styleClass) {
        var stripe = new Region();
        stripe.getStyleClass().addAll("blame-stripe", styleClass);
        return stripe;
    }

    private static Label label(String text) {
        return new Label(text);
    }

    /** Lines of one commit share what is told of it. */
    private Tooltip tip(String commit, String text) {
        return tips.computeIfAbsent(commit, id -> {
            var tip = new Tooltip(text);
            tip.setWrapText(true);
            tip.setMaxWidth(TIP_WIDTH);
            return tip;
        });
    }
}
