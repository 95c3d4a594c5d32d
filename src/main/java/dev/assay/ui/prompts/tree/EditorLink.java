package dev.assay.ui.prompts.tree;

import dev.assay.registry.PromptEntry;
import dev.assay.ui.prompts.search.Place;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/**
 * The way from the tree to the editor.
 *
 * @param shown the prompt in the editor, or null
 * @param open opens a prompt at a place
 * @param refresh looks up again what may have changed on disk
 */
public record EditorLink(ObservableValue<@Nullable PromptEntry> shown, Consumer<Place> open, Runnable refresh) {}
