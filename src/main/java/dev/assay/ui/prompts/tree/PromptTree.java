package dev.assay.ui.prompts.tree;

import dev.assay.registry.PromptEntry;
import dev.assay.registry.check.BadPrompt;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.jspecify.annotations.Nullable;

/** The prompts by folder. What was folded away stays so when the list changes. */
public final class PromptTree extends TreeView<PromptNode> {
    private Consumer<String> opener = name -> {};
    private List<PromptEntry> shown = List.of();
    private Map<String, BadPrompt> bad = Map.of();

    /** An empty tree. */
    public PromptTree() {
        setShowRoot(false);
        setRoot(PromptNode.treeOf(shown));
        setCellFactory(tree -> new PromptTreeCell(() -> bad));
        setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                open();
            }
        });
        addEventFilter(ContextMenuEvent.CONTEXT_MENU_REQUESTED, event -> {
            if (!event.isKeyboardTrigger()) {
                chooseUnder(event.getPickResult().getIntersectedNode());
            }
        });
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                open();
            }
        });
    }

    /** Hears the name of a prompt that the user clicks on, or chooses and presses Enter. */
    void onOpen(Consumer<String> action) {
        opener = action;
    }

    /** Marks the prompts that cannot be used as they are; by name. */
    void mark(Map<String, BadPrompt> found) {
        if (!bad.equals(found)) {
            bad = found;
            refresh();
        }
    }

    /** The folder that is chosen, or the one of the chosen prompt; empty for the top. */
    String chosenFolder() {
        TreeItem<PromptNode> item = getSelectionModel().getSelectedItem();
        return item == null ? "" : item.getValue().folder();
    }

    /** Shows these prompts, with the open one chosen. */
    void show(List<PromptEntry> entries, @Nullable PromptEntry open) {
        if (!shown.equals(entries)) {
            shown = List.copyOf(entries);
            Set<String> folded = new HashSet<>();
            collectFolded(getRoot(), folded);
            TreeItem<PromptNode> root = PromptNode.treeOf(entries);
            fold(root, folded);
            setRoot(root);
        }
        choose(getRoot(), open);
    }

    /** The prompt that is chosen; null where that is a folder or nothing. */
    @Nullable
    PromptEntry chosen() {
        TreeItem<PromptNode> item = getSelectionModel().getSelectedItem();
        return item == null ? null : item.getValue().entry();
    }

    /** Chooses the line under the mouse, as a context menu is asked for before a click has done so. */
    private void chooseUnder(@Nullable Node node) {
        Node found = node;
        while (found != null && !(found instanceof PromptTreeCell)) {
            found = found.getParent();
        }
        if (found instanceof PromptTreeCell cell && cell.getTreeItem() != null) {
            getSelectionModel().select(cell.getTreeItem());
        }
    }

    private void open() {
        PromptEntry chosen = chosen();
        if (chosen != null) {
            opener.accept(chosen.name());
        }
    }

    private void choose(TreeItem<PromptNode> item, @Nullable PromptEntry open) {
        if (open == null) {
            getSelectionModel().clearSelection();
        } else if (item.getValue().entry() != null && item.getValue().path().equals(open.name())) {
            getSelectionModel().select(item);
        } else {
            item.getChildren().forEach(child -> choose(child, open));
        }
    }

    private static void collectFolded(TreeItem<PromptNode> item, Set<String> folded) {
        if (!item.isLeaf() && !item.isExpanded()) {
            folded.add(item.getValue().path());
        }
        item.getChildren().forEach(child -> collectFolded(child, folded));
    }

    private static void fold(TreeItem<PromptNode> item, Set<String> folded) {
        item.setExpanded(!folded.contains(item.getValue().path()));
        item.getChildren().forEach(child -> fold(child, folded));
    }
}
