package dev.assay.ui.prompts;

import dev.assay.ui.prompts.commit.CommitDialog;
import javafx.scene.Node;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** The keys that work wherever the focus is on the prompts screen. */
final class PromptKeys {
    private static final KeyCombination SAVE = KeyCombination.valueOf("Shortcut+S");
    private static final KeyCombination COMMIT = KeyCombination.valueOf("Shortcut+Shift+G");
    private static final KeyCombination BLAME = KeyCombination.valueOf("Shortcut+Shift+B");
    private static final KeyCombination FIND = KeyCombination.valueOf("Shortcut+Shift+F");

    private final PromptsViewModel viewModel;
    private final Runnable find;

    /** @param find takes the keys to the search over all prompts */
    PromptKeys(PromptsViewModel viewModel, Runnable find) {
        this.viewModel = viewModel;
        this.find = find;
    }

    void install(Node screen) {
        screen.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (SAVE.match(event)) {
                viewModel.document().save(() -> {});
                event.consume();
            } else if (COMMIT.match(event)) {
                viewModel.commit(dialog -> CommitDialog.show(screen.getScene().getWindow(), dialog));
                event.consume();
            } else if (BLAME.match(event)) {
                var on = viewModel.blame().onProperty();
                on.set(!on.get());
                event.consume();
            } else if (FIND.match(event)) {
                find.run();
                event.consume();
            }
        });
    }
}
