package dev.assay.registry.files;

/**
 * What a rename takes along.
 *
 * @param variants whether variants move as well: {@code notes.short} with {@code notes}
 * @param references whether files that name the prompt are rewritten to give the new name
 */
public record RenameOptions(boolean variants, boolean references) {

    /** The prompt alone. */
    public static final RenameOptions ALONE = new RenameOptions(false, false);
}
