package dev.assay.ui.editor.merge;

import dev.assay.ui.fx.Messages;

/**
 * What the sides of a merge are called.
 *
 * @param ours above our side
 * @param theirs above their side
 * @param takeOurs on the button that takes ours
 * @param takeTheirs on the button that takes theirs
 * @param takeBoth on the button that takes ours and then theirs
 */
public record Sides(String ours, String theirs, String takeOurs, String takeTheirs, String takeBoth) {
    /** Two branches. */
    public static Sides ofBranches() {
        return new Sides(
                Messages.get("conflicts.ours"),
                Messages.get("conflicts.theirs"),
                Messages.get("conflicts.take.ours"),
                Messages.get("conflicts.take.theirs"),
                Messages.get("conflicts.take.both"));
    }

    /** The text in the editor and the file. */
    public static Sides ofEditorAndFile() {
        return new Sides(
                Messages.get("conflicts.mine"),
                Messages.get("conflicts.file"),
                Messages.get("conflicts.take.mine"),
                Messages.get("conflicts.take.file"),
                Messages.get("conflicts.take.both.mine"));
    }
}
