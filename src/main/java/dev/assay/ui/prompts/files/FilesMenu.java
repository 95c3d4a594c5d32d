package dev.assay.ui.prompts.files;

import dev.assay.registry.GitStatus;
import dev.assay.registry.PromptEntry;
import dev.assay.ui.fx.Messages;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/** The context menu of the tree and its keys. */
public final class FilesMenu {
    private final Supplier<@Nullable PromptEntry> selected;
    private final Supplier<String> folder;
    private final List<Action> actions;
    private final ContextMenu menu = new ContextMenu();

    private enum Wants {
        ANYTHING,
        NOTHING,
        FOLDER,
        FILE,
        DELETED,
        PROMPT;

        boolean has(@Nullable PromptEntry entry, String folder) {
            if (this == ANYTHING) {
                return true;
            }
            if (entry == null) {
                return this == NOTHING || this == FOLDER && !folder.isEmpty();
            }
            if (this == NOTHING || this == FOLDER) {
                return false;
            }
            boolean deleted = entry.status() == GitStatus.DELETED;
            return this == PROMPT || deleted == (this == DELETED);
        }
    }

    private record Action(
            String id, String text, @Nullable KeyCombination keys, Wants wants, Consumer<@Nullable PromptEntry> run) {
        static Action of(String id, String text, String keys, Wants wants, Consumer<PromptEntry> run) {
            return new Action(id, text, KeyCombination.valueOf(keys), wants, entry -> {
                if (entry != null) {
                    run.accept(entry);
                }
            });
        }
    }

    private FilesMenu(
            FilesViewModel files,
            Supplier<@Nullable PromptEntry> selected,
            Supplier<String> folder,
            Runnable create,
            Runnable deleted) {
        this.selected = selected;
        this.folder = folder;
        actions = List.of(
                new Action(
                        "new",
                        Messages.get("prompts.new"),
                        KeyCombination.valueOf("Shortcut+N"),
                        Wants.NOTHING,
                        entry -> create.run()),
                new Action(
                        "renameFolder",
                        Messages.get("files.rename"),
                        KeyCombination.valueOf("F2"),
                        Wants.FOLDER,
                        entry -> files.renameFolder(folder.get())),
                Action.of("rename", Messages.get("files.rename"), "F2", Wants.FILE, files::rename),
                Action.of("duplicate", Messages.get("files.duplicate"), "Shortcut+D", Wants.FILE, files::duplicate),
                Action.of("delete", Messages.get("files.delete"), "Delete", Wants.FILE, files::delete),
                Action.of("restore", Messages.get("files.restore"), "Shortcut+R", Wants.DELETED, files::restore),
                Action.of("copy", Messages.get("files.copy"), "Shortcut+C", Wants.PROMPT, FilesMenu::copyName),
                new Action("deleted", Messages.get("deleted.menu"), null, Wants.ANYTHING, entry -> deleted.run()));
    }

    /**
     * Gives a tree the menu and the keys.
     *
     * @param selected the prompt that is chosen in it, or null
     * @param folder the folder that is chosen, or the one of the prompt; empty for the top
     * @param create asks for a new prompt
     * @param deleted asks which deleted prompt to bring back
     */
    public static void install(
            Node tree,
            FilesViewModel files,
            Supplier<@Nullable PromptEntry> selected,
            Supplier<String> folder,
            Runnable create,
            Runnable deleted) {
        var menu = new FilesMenu(files, selected, folder, create, deleted);
        tree.setOnContextMenuRequested(event -> menu.show(tree, event));
        tree.addEventHandler(KeyEvent.KEY_PRESSED, menu::onKey);
    }

    private void show(Node tree, ContextMenuEvent event) {
        PromptEntry entry = selected.get();
        menu.getItems()
                .setAll(actions.stream()
                        .filter(action -> action.wants.has(entry, folder.get()))
                        .map(action -> item(action, entry))
                        .toList());
        menu.show(tree, event.getScreenX(), event.getScreenY());
        event.consume();
    }

    private static MenuItem item(Action action, @Nullable PromptEntry entry) {
        var item = new MenuItem(action.text);
        item.setId("files-" + action.id);
        item.setAccelerator(action.keys);
        item.setOnAction(chosen -> action.run.accept(entry));
        return item;
    }

    private void onKey(KeyEvent event) {
        PromptEntry entry = selected.get();
        actions.stream()
                .filter(action ->
                        action.keys != null && action.keys.match(event) && action.wants.has(entry, folder.get()))
                .findFirst()
                .ifPresent(action -> {
                    event.consume();
                    action.run.accept(entry);
                });
    }

    private static void copyName(PromptEntry entry) {
        var content = new ClipboardContent();
        content.putString(entry.name());
        Clipboard.getSystemClipboard().setContent(content);
    }
}
