package dev.assay.ui.prompts.form;

import dev.assay.llm.InputException;
import dev.assay.llm.ModelId;
import dev.assay.pricing.ContextWindow;
import dev.assay.pricing.PriceTable;
import dev.assay.ui.fx.Messages;
import dev.assay.ui.results.Figures;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** A model with its price for a million tokens in and out, and the size of its context. */
final class ModelCell extends ListCell<String> {
    private final Supplier<PriceTable> prices;

    ModelCell(Supplier<PriceTable> prices) {
        this.prices = prices;
    }

    @Override
    protected void updateItem(String item, boolean empty) {
        super.updateItem(item, empty);
        setText(null);
        if (empty || item == null) {
            setGraphic(null);
            return;
        }
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var facts = new Label(facts(item, prices.get()));
        facts.getStyleClass().add("soft");
        var line = new HBox(16, new Label(item), gap, facts);
        setGraphic(line);
    }

    /** What is known of a model, in one line. */
    static String facts(String name, PriceTable prices) {
        Optional<ModelId> model = parse(name);
        String price = model.flatMap(prices::priceOf)
                .map(found -> Messages.get(
                        "form.model.price",
                        Figures.cost(found.inputPerMillion()),
                        Figures.cost(found.outputPerMillion())))
                .orElse(Messages.get("figure.cost.unknown"));
        String window = model.flatMap(ContextWindow::of)
                .map(found -> Messages.get("form.model.window", Figures.count(found.tokens())))
                .orElse(Messages.get("preview.window.unknown"));
        return price + " \u00b7 " + window;
    }

    private static Optional<ModelId> parse(String name) {
        try {
            return Optional.of(ModelId.parse(name));
        } catch (InputException e) {
            return Optional.empty();
        }
    }
}
