package dev.assay.ui.prompts.preview;

import dev.assay.llm.ModelId;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The models of the workspace: the one that a prompt is tried on, and those whose price and window stand beside it. */
public final class ModelsViewModel {
    private final ObservableList<ModelId> offered = FXCollections.observableArrayList();
    private final ObservableList<ModelId> compared = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable ModelId> tried = new SimpleObjectProperty<>();
    private String chosenFor = "";

    /** Offers these models. */
    public void offer(List<ModelId> found) {
        if (!offered.equals(found)) {
            offered.setAll(found);
        }
        if (tried.get() == null && !found.isEmpty()) {
            tried.set(found.getFirst());
        }
    }

    /**
     * Chooses the model that a prompt names when it is opened; later only the user chooses.
     *
     * @param prompt the prompt's name
     * @param named the model as written in its front matter, or null
     */
    public void opened(String prompt, @Nullable String named) {
        if (!prompt.equals(chosenFor)) {
            chosenFor = prompt;
            offered.stream()
                    .filter(model -> named != null && isNamed(model, named))
                    .findFirst()
                    .ifPresent(tried::set);
        }
    }

    private static boolean isNamed(ModelId model, String named) {
        return model.toString().equals(named) || model.isRoute() && named.equals(ModelId.ROUTE + ":" + model.model());
    }

    /** The model that is tried, then those it is compared with; empty while none is chosen. */
    public List<ModelId> chosen() {
        return Stream.concat(Stream.ofNullable(tried.get()), compared.stream())
                .distinct()
                .toList();
    }

    /** The models to choose from. */
    public ObservableList<ModelId> offered() {
        return offered;
    }

    /** Further models to show price and window of; writable. */
    public ObservableList<ModelId> compared() {
        return compared;
    }

    /** The model that tokens are counted for and that the prompt is tried on, or null; writable. */
    public ObjectProperty<@Nullable ModelId> triedProperty() {
        return tried;
    }
}
