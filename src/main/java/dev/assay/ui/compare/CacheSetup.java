package dev.assay.ui.compare;

import dev.assay.history.RunSettings;
import dev.assay.settings.CacheSettings;
import dev.assay.settings.SemanticCache;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import org.jspecify.annotations.Nullable;

/** Which answers kept from before a run may take. */
final class CacheSetup {
    private final BooleanProperty use = new SimpleBooleanProperty(true);
    private final BooleanProperty similar = new SimpleBooleanProperty(false);
    private final DoubleProperty similarity = new SimpleDoubleProperty(SemanticCache.OFF.similarity());
    private boolean offered;

    /** What the workspace says; later it is the user's choice. */
    void offer(CacheSettings settings) {
        if (!offered) {
            offered = true;
            use.set(settings.use());
            similar.set(settings.semantic().use());
            similarity.set(settings.semantic().similarity());
        }
    }

    /** Sets up what is saved. */
    void take(RunSettings saved) {
        use.set(saved.cache());
        Double least = saved.similarity();
        similar.set(least != null);
        if (least != null) {
            similarity.set(least);
        }
    }

    /** How similar a question must be for its answer to stand for another's; null where none may. */
    @Nullable
    Double least() {
        return use.get() && similar.get() ? Double.valueOf(similarity.get()) : null;
    }

    /** Whether answers to equal requests are taken; writable. */
    BooleanProperty useProperty() {
        return use;
    }

    /** Whether those to similar questions are taken too; writable. */
    BooleanProperty similarProperty() {
        return similar;
    }

    /** How similar those are. */
    DoubleProperty similarityProperty() {
        return similarity;
    }
}
