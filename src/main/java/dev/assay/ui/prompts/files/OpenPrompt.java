package dev.assay.ui.prompts.files;

import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The prompt in the editor, as far as its file matters.
 *
 * @param name its name; empty where none is open
 * @param leave goes on once no edit would be lost
 * @param open opens a prompt by name
 * @param refresh takes over what now is on disk
 * @param close shows no prompt any longer
 */
public record OpenPrompt(
        Supplier<String> name, Consumer<Runnable> leave, Consumer<String> open, Runnable refresh, Runnable close) {}
