package dev.assay.ui.prompts.tree;

import dev.assay.registry.GitStatus;
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
 * @param status of the prompt; of a folder the most urgent among all in it
 */
record PromptNode(String path, @Nullable PromptEntry entry, GitStatus status) {
    private static final List<GitStatus> URGENT = List.of(
            GitStatus.CLEAN,
            GitStatus.UNTRACKED,
            GitStatus.ADDED,
            GitStatus.MODIFIED,
            GitStatus.DELETED,
            GitStatus.CONFLICT);

    /** The last part of the path; a partial is shown without its underscore. */
    String label() {
        String last = path.substring(path.lastIndexOf('/') + 1);
        return entry != null && entry.isPartial() ? last.substring(1) : last;
    }

    /** The folder itself, or the one that the prompt is in; empty for the top. */
    String folder() {
        return entry == null ? path : parentOf(path);
    }

    /** The tree of some prompts, folders first among their neighbours, all open. */
    static TreeItem<PromptNode> treeOf(List<PromptEntry> entries) {
        Map<String, GitStatus> urgent = mostUrgent(entries);
        Map<String, TreeItem<PromptNode>> folders = new HashMap<>();
        TreeItem<PromptNode> root = open("", urgent);
        folders.put("", root);
        for (PromptEntry entry : entries) {
            folder(parentOf(entry.name()), folders, urgent)
                    .getChildren()
                    .add(new TreeItem<>(new PromptNode(entry.name(), entry, entry.status())));
        }
        folders.values().forEach(folder -> folder.getChildren().sort(PromptNode::foldersFirst));
        return root;
    }

    private static Map<String, GitStatus> mostUrgent(List<PromptEntry> entries) {
        var urgent = new HashMap<String, GitStatus>();
        for (PromptEntry entry : entries) {
            String path = entry.name();
            while (!path.isEmpty()) {
                path = parentOf(path);
                urgent.merge(path, entry.status(), PromptNode::moreUrgent);
            }
        }
        return urgent;
    }

    private static GitStatus moreUrgent(GitStatus a, GitStatus b) {
        return URGENT.indexOf(a) >= URGENT.indexOf(b) ? a : b;
    }

    private static TreeItem<PromptNode> open(String path, Map<String, GitStatus> urgent) {
        var folder = new TreeItem<>(new PromptNode(path, null, urgent.getOrDefault(path, GitStatus.CLEAN)));
        folder.setExpanded(true);
        return folder;
    }

    private static TreeItem<PromptNode> folder(
            String path, Map<String, TreeItem<PromptNode>> folders, Map<String, GitStatus> urgent) {
        TreeItem<PromptNode> known = folders.get(path);
        if (known != null) {
            return known;
        }
        TreeItem<PromptNode> folder = open(path, urgent);
        folders.put(path, folder);
        folder(parentOf(path), folders, urgent).getChildren().add(folder);
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
