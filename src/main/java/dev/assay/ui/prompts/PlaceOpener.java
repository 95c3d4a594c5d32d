package dev.assay.ui.prompts;

import dev.assay.registry.StoredPrompt;
import dev.assay.ui.prompts.document.DocumentViewModel;
import dev.assay.ui.prompts.search.Place;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Opens prompts at a place: the caret goes there once the text is in the editor. */
final class PlaceOpener {
    private final DocumentViewModel document;
    private Consumer<Place> arrival = place -> {};
    private @Nullable Place wanted;

    PlaceOpener(DocumentViewModel document) {
        this.document = document;
        document.storedProperty().subscribe(this::shown);
    }

    /** Opens the prompt, asking first what becomes of unsaved edits in another, and goes to the place. */
    void open(Place place) {
        StoredPrompt current = document.storedProperty().get();
        wanted = place.isLine() ? place : null;
        if (current != null && current.ref().name().equals(place.name())) {
            shown(current);
        } else {
            document.open(place.name());
        }
    }

    /** Who puts the caret at a place of the open prompt. */
    void onArrival(Consumer<Place> action) {
        arrival = action;
    }

    private void shown(@Nullable StoredPrompt now) {
        Place place = wanted;
        if (now != null && place != null) {
            wanted = null;
            if (now.ref().name().equals(place.name())) {
                arrival.accept(place);
            }
        }
    }
}
