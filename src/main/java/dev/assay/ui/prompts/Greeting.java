package dev.assay.ui.prompts;

import dev.assay.llm.InputException;
import dev.assay.prompt.PromptRef;
import dev.assay.registry.PromptEntry;
import dev.assay.registry.PromptRegistry;
import dev.assay.ui.fx.Tasks;
import dev.assay.ui.prompts.document.DocumentViewModel;
import dev.assay.ui.prompts.tree.LastPrompt;
import dev.assay.ui.prompts.tree.RegistryViewModel;
import java.util.Optional;
import java.util.function.Consumer;

/** Opens the prompt that the screen begins with: the one that was open last, else the first one. */
final class Greeting {
    private final PromptRegistry prompts;
    private final RegistryViewModel registry;
    private final DocumentViewModel document;
    private final LastPrompt last;
    private final Tasks tasks;
    private final Consumer<String> notice;
    private boolean begun;

    /** @param notice hears why the last prompt is not remembered */
    Greeting(
            PromptRegistry prompts,
            RegistryViewModel registry,
            DocumentViewModel document,
            Tasks tasks,
            Consumer<String> notice) {
        this.prompts = prompts;
        this.registry = registry;
        this.document = document;
        this.tasks = tasks;
        this.notice = notice;
        last = new LastPrompt(prompts.root());
    }

    /** Opens the last prompt, once: it is read long before all prompts of a large workspace are listed. */
    void begin() {
        if (!begun) {
            begun = true;
            tasks.run(
                    () -> last.load().filter(this::isReadable),
                    this::open,
                    failure -> notice.accept(failure.summary()));
        }
    }

    /** Opens a prompt if none is, now that all are known. */
    void listed() {
        if (isEmpty()) {
            tasks.run(
                    last::load,
                    name -> open(registry.start(name).map(PromptEntry::name)),
                    failure -> notice.accept(failure.summary()));
        }
    }

    /** Has the next start begin with that prompt. */
    void remember(String name) {
        tasks.run(() -> last.save(name), saved -> {}, failure -> notice.accept(failure.summary()));
    }

    private void open(Optional<String> name) {
        if (isEmpty()) {
            name.ifPresent(document::open);
        }
    }

    private boolean isEmpty() {
        return document.stateProperty().get() == DocumentViewModel.State.EMPTY;
    }

    private boolean isReadable(String name) {
        try {
            prompts.load(new PromptRef(name, null));
            return true;
        } catch (InputException e) {
            // It is gone, or cannot be read: the screen begins with another.
            return false;
        }
    }
}
