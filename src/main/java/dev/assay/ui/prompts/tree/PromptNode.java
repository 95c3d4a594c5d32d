package dev.assay.ui.prompts.tree;

import dev.assay.registry.PromptEntry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.TreeItem;
import org.jspecify.annotations.Nullable;

/**
 * A line of the tree: a folder or a prompt.
 *
 * @param path of the folder or name of the prompt; empty for the root
 * @param entry the prompt, or null for a folder
 */
record PromptNode(String path, @Nullable PromptEntry entry) {
    /** The last part of the path; a partial is shown without its underscore. */
    String label() {
        String last = path.substring(path.lastIndexOf('/') + 1);
        return entry != null && entry.isPartial() ? last.substring(1) : last;
    }

    /** The tree of some prompts, folders first among their neighbours, all open. */
    static TreeItem<PromptNode> treeOf(List<PromptEntry> entries) {
        var root = new TreeItem<>(new PromptNode("", null));
        root.setExpanded(true);
        Map<String, TreeItem<PromptNode>> folders = new HashMap<>();
        folders.put("", root);
        for (PromptEntry entry : entries) {
            folder(parentOf(entry.name()), folders)
                    .getChildren()
                    .add(new TreeItem<>(new PromptNode(entry.name(), entry)));
        }
        folders.values().forEach(folder -> folder.getChildren().sort(PromptNode::foldersFirst));
        return root;
    }

    private static TreeItem<PromptNode> folder(String path, Map<String, TreeItem<PromptNode>> folders) {
        TreeItem<PromptNode> known = folders.get(path);
        if (known != null) {
            return known;
        }
        var folder = new TreeItem<>(new PromptNode(path, null));
        folder.setExpanded(true);
        folders.put(path, folder);
        folder(parentOf(path), folders).getChildren().add(folder);
        return folder;
    }

    private static int foldersFirst(TreeItem<PromptNode> a, TreeItem<PromptNode> b) {
        int kinds = Boolean.compare(a.getValue().entry != null, b.getValue().entry != null);
        return kinds != 0 ? kinds : a.getValue().label().compareTo(b.getValue().label());
    }

    private static String parentOf(String path) {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }
}
