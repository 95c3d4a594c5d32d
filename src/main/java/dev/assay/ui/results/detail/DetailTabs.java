package dev.assay.ui.results.detail;

import dev.assay.ui.results.rows.ResultsViewModel;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;

/** The pages of the details. Public because FXML makes it. */
public final class DetailTabs extends TabPane {
    /** The id of the page that shows the difference. */
    private static final String DIFFERENCE = "differenceTab";

    /** Brings the difference to the front when it is asked for, and says whether it is in front. */
    void follow(ResultsViewModel results) {
        Tab difference = getTabs().stream()
                .filter(tab -> DIFFERENCE.equals(tab.getId()))
                .findFirst()
                .orElseThrow();
        difference
                .selectedProperty()
                .subscribe(is -> results.differenceProperty().set(is));
        results.differenceProperty().subscribe(is -> {
            if (is) {
                getSelectionModel().select(difference);
            }
        });
    }
}
