package dev.assay.ui.prompts.preview;

import dev.assay.llm.ModelId;
import javafx.collections.ListChangeListener;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;

/** The menu of further models whose price and window the preview shows. */
final class ComparedModels {
    private ComparedModels() {}

    static void fill(MenuButton menu, ModelsViewModel models) {
        Runnable fill = () -> menu.getItems()
                .setAll(models.offered().stream()
                        .map(model -> item(model, models))
                        .toList());
        models.offered().addListener((ListChangeListener<ModelId>) change -> fill.run());
        fill.run();
    }

    private static CheckMenuItem item(ModelId model, ModelsViewModel models) {
        var item = new CheckMenuItem(model.toString());
        item.setMnemonicParsing(false);
        item.setSelected(models.compared().contains(model));
        item.selectedProperty().subscribe((before, chosen) -> {
            if (chosen) {
                models.compared().add(model);
            } else {
                models.compared().remove(model);
            }
        });
        models.triedProperty().subscribe(tried -> item.setDisable(model.equals(tried)));
        return item;
    }
}
