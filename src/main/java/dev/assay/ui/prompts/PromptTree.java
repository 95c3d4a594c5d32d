package dev.assay.ui.prompts;

import dev.assay.registry.PromptEntry;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;

/** The prompts by folder. What was folded away stays so when the list changes. */
public final class PromptTree extends TreeView<PromptNode> {
    private Consumer<String> opener = name -> {};

    /** An empty tree. */
    public PromptTree() {
        setShowRoot(false);
        setRoot(PromptNode.treeOf(List.of()));
        setCellFactory(tree -> new PromptTreeCell());
        setOnMouseClicked(event -> open());
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

    /** Shows these prompts, with the open one chosen. */
    void show(List<PromptEntry> entries, @Nullable PromptEntry open) {
        Set<String> folded = new HashSet<>();
        collectFolded(getRoot(), folded);
        TreeItem<PromptNode> root = PromptNode.treeOf(entries);
        fold(root, folded);
        setRoot(root);
        choose(root, open);
    }

    private void open() {
        TreeItem<PromptNode> item = getSelectionModel().getSelectedItem();
        if (item != null && item.getValue().entry() != null) {
            opener.accept(item.getValue().path());
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
