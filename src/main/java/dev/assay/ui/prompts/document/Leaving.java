package dev.assay.ui.prompts.document;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Asks what becomes of unsaved edits before they would be lost. */
final class Leaving {
    private final Questions questions;
    private final Supplier<Optional<String>> edited;
    private final Consumer<Runnable> save;
    private final Runnable discard;

    /**
     * @param edited the name of the prompt that has edits; empty where all is saved
     * @param save saves them, then runs what it is given
     * @param discard gives them up
     */
    Leaving(Questions questions, Supplier<Optional<String>> edited, Consumer<Runnable> save, Runnable discard) {
        this.questions = questions;
        this.edited = edited;
        this.save = save;
        this.discard = discard;
    }

    void leave(Runnable next) {
        Optional<String> name = edited.get();
        if (name.isEmpty()) {
            next.run();
            return;
        }
        switch (questions.unsaved(name.get())) {
            case SAVE -> save.accept(next);
            case DISCARD -> {
                discard.run();
                next.run();
            }
            case CANCEL -> {}
        }
    }

    boolean mayClose(Runnable saved) {
        Optional<String> name = edited.get();
        if (name.isEmpty()) {
            return true;
        }
        return switch (questions.unsaved(name.get())) {
            case SAVE -> {
                save.accept(saved);
                yield false;
            }
            case DISCARD -> true;
            case CANCEL -> false;
        };
    }

    void ready(Consumer<Runnable> keeper, Runnable next) {
        Optional<String> name = edited.get();
        if (name.isEmpty()) {
            next.run();
            return;
        }
        switch (questions.filesChange(name.get())) {
            case SAVE -> save.accept(next);
            case KEEP -> keeper.accept(next);
            case CANCEL -> {}
        }
    }
}
