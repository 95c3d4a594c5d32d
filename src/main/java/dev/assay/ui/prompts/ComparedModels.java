package dev.assay.ui.prompts;

import dev.assay.llm.ModelId;
import javafx.collections.ListChangeListener;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;

/** The menu of further models whose price and window the preview shows. */
final class ComparedModels {
    private ComparedModels() {}

    static void fill(MenuButton menu, PromptsViewModel viewModel) {
        Runnable fill = () -> menu.getItems()
                .setAll(viewModel.models().stream()
                        .map(model -> item(model, viewModel))
                        .toList());
        viewModel.models().addListener((ListChangeListener<ModelId>) change -> fill.run());
        fill.run();
    }

    private static CheckMenuItem item(ModelId model, PromptsViewModel viewModel) {
        var item = new CheckMenuItem(model.toString());
        item.setMnemonicParsing(false);
        item.setSelected(viewModel.compared().contains(model));
        item.selectedProperty().subscribe((before, chosen) -> {
            if (chosen) {
                viewModel.compared().add(model);
            } else {
                viewModel.compared().remove(model);
            }
        });
        viewModel.modelProperty().subscribe(tried -> item.setDisable(model.equals(tried)));
        return item;
    }
}
