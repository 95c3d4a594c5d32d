package dev.assay.ui.compare;

import dev.assay.experiment.Variant;
import dev.assay.llm.InputException;
import dev.assay.llm.ModelParameters;
import dev.assay.prompt.PromptRef;
import dev.assay.ui.fx.Messages;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** What the user has put into one variant's card. */
final class VariantSetup {
    private final ObjectProperty<@Nullable String> prompt = new SimpleObjectProperty<>();
    private final ObservableList<RevisionChoice> revisions =
            FXCollections.observableArrayList(RevisionChoice.workingCopy());
    private final ObjectProperty<RevisionChoice> revision = new SimpleObjectProperty<>(revisions.getFirst());
    private final ObjectProperty<@Nullable ModelChoice> model = new SimpleObjectProperty<>();
    private @Nullable String wanted;
    private final StringProperty temperature = new SimpleStringProperty("");
    private final StringProperty maxTokens = new SimpleStringProperty("");

    VariantSetup(@Nullable String prompt, @Nullable ModelChoice model) {
        this.prompt.set(prompt);
        this.model.set(model);
    }

    /** A variant of its own with the same choices. */
    VariantSetup copy() {
        var copy = new VariantSetup(prompt.get(), model.get());
        copy.revisions.setAll(revisions);
        copy.revision.set(revision.get());
        copy.temperature.set(temperature.get());
        copy.maxTokens.set(maxTokens.get());
        return copy;
    }

    /** A variant at a revision, which is chosen as soon as the commits of the prompt are offered. */
    static VariantSetup at(PromptRef ref, @Nullable ModelChoice model) {
        var variant = new VariantSetup(ref.name(), model);
        variant.wanted = ref.revision();
        return variant;
    }

    /** What is saved of a variant. */
    static VariantSetup of(Variant saved, ModelChoice model) {
        VariantSetup variant = at(saved.prompt(), model);
        Double temperature = saved.parameters().temperature();
        Integer most = saved.parameters().maxOutputTokens();
        variant.temperature.set(temperature == null ? "" : temperature.toString());
        variant.maxTokens.set(most == null ? "" : most.toString());
        return variant;
    }

    /** Offers the commits of the prompt; the chosen revision stays where it is still there. */
    void offer(List<RevisionChoice> committed) {
        RevisionChoice before = revision.get();
        List<RevisionChoice> offered = new ArrayList<>(List.of(RevisionChoice.workingCopy()));
        offered.addAll(committed);
        revisions.setAll(offered);
        String asked = wanted;
        wanted = null;
        revision.set(offered.stream()
                .filter(choice -> asked != null && asked.equals(choice.revision()))
                .findFirst()
                .orElse(before != null && offered.contains(before) ? before : offered.getFirst()));
    }

    /** The variant; throws {@link InputException} naming the field to mend. */
    Variant toVariant() {
        String name = prompt.get();
        ModelChoice chosen = model.get();
        if (name == null || chosen == null) {
            throw new InputException(Messages.get("compare.incomplete"));
        }
        RevisionChoice at = revision.get();
        return new Variant(
                new PromptRef(name, at == null ? null : at.revision()),
                chosen.model(),
                new ModelParameters(number(temperature), null, null, whole(maxTokens), null, List.of(), null));
    }

    private static @Nullable Double number(StringProperty field) {
        try {
            return field.get().isBlank() ? null : Double.valueOf(field.get().strip());
        } catch (NumberFormatException e) {
            throw new InputException(Messages.get("compare.temperature.bad", field.get()));
        }
    }

    private static @Nullable Integer whole(StringProperty field) {
        try {
            return field.get().isBlank() ? null : Integer.valueOf(field.get().strip());
        } catch (NumberFormatException e) {
            throw new InputException(Messages.get("compare.tokens.bad", field.get()));
        }
    }

    ObjectProperty<@Nullable String> promptProperty() {
        return prompt;
    }

    ObservableList<RevisionChoice> revisions() {
        return revisions;
    }

    ObjectProperty<RevisionChoice> revisionProperty() {
        return revision;
    }

    ObjectProperty<@Nullable ModelChoice> modelProperty() {
        return model;
    }

    /** As typed; blank for the prompt's own. */
    StringProperty temperatureProperty() {
        return temperature;
    }

    /** As typed; blank for the prompt's own. */
    StringProperty maxTokensProperty() {
        return maxTokens;
    }
}
