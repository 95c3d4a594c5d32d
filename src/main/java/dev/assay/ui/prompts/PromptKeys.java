package dev.assay.ui.prompts;

import dev.assay.ui.prompts.commit.CommitDialog;
import javafx.scene.Node;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** The keys that work wherever the focus is on the prompts screen. */
final class PromptKeys {
    private static final KeyCombination SAVE = KeyCombination.valueOf("Shortcut+S");
    private static final KeyCombination COMMIT = KeyCombination.valueOf("Shortcut+Shift+G");

    private final PromptsViewModel viewModel;

    PromptKeys(PromptsViewModel viewModel) {
        this.viewModel = viewModel;
    }

    void install(Node screen) {
        screen.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (SAVE.match(event)) {
                viewModel.document().save(() -> {});
                event.consume();
            } else if (COMMIT.match(event)) {
                viewModel.commit(dialog -> CommitDialog.show(screen.getScene().getWindow(), dialog));
                event.consume();
            }
        });
    }
}
