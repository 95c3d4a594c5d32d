package dev.assay.ui.prompts.draft;

import dev.assay.ui.editor.diff.DiffDialog;
import dev.assay.ui.fx.Messages;
import dev.assay.ui.fx.Shown;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** Offers unsaved edits that were recovered: keep, discard or compare. */
public final class DraftBar extends HBox {
    private final DraftViewModel drafts;
    private final Label text = new Label();

    /** Takes no room while there is no draft. */
    public DraftBar(DraftViewModel drafts) {
        this.drafts = drafts;
        getStyleClass().addAll("past-line", "draft-line");
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        text.setMinWidth(0);
        getChildren()
                .addAll(
                        new FontIcon("fth-life-buoy"),
                        text,
                        space,
                        button("draftCompare", "prompts.draft.compare", this::compare),
                        button("draftDiscard", "prompts.draft.discard", drafts::discard),
                        button("draftKeep", "prompts.draft.keep", drafts::accept));
        drafts.offerProperty().subscribe(this::show);
    }

    private void show(DraftViewModel.@Nullable Offer offer) {
        Shown.set(this, offer != null);
        if (offer != null) {
            ZonedDateTime at = offer.draft().savedAt().atZone(ZoneId.systemDefault());
            boolean today = at.toLocalDate().equals(LocalDate.now(ZoneId.systemDefault()));
            String time = DateTimeFormatter.ofPattern(today ? "HH:mm" : "d MMM HH:mm", Locale.ROOT)
                    .format(at);
            String saying =
                    offer.changed() ? Messages.get("prompts.draft.changed", time) : Messages.get("prompts.draft", time);
            text.setText(saying);
        }
    }

    private void compare() {
        DraftViewModel.Offer offer = drafts.offerProperty().get();
        if (offer != null) {
            DiffDialog.show(getScene().getWindow(), text("prompts.draft.compare"), drafts.compare(offer));
        }
    }

    private static Button button(String id, String key, Runnable action) {
        var button = new Button(text(key));
        button.setId(id);
        button.getStyleClass().add("small");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        return button;
    }

    private static String text(String key) {
        return Messages.get(key);
    }
}
