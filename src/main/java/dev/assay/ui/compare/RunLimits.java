package dev.assay.ui.compare;

import dev.assay.history.RunSettings;
import dev.assay.llm.InputException;
import dev.assay.ui.fx.Messages;
import java.math.BigDecimal;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** What a run may cost: its budget, an early end, the price of batches. */
final class RunLimits {
    private final StringProperty budget = new SimpleStringProperty("");
    private final BooleanProperty whenSettled = new SimpleBooleanProperty(false);
    private final BooleanProperty batch = new SimpleBooleanProperty(false);

    /** In US dollars as typed; blank for none. */
    StringProperty budgetProperty() {
        return budget;
    }

    /** Whether the run ends once its first score is settled. */
    BooleanProperty whenSettledProperty() {
        return whenSettled;
    }

    /** Whether answers are asked for in batches where the provider takes them; then nothing ends early. */
    BooleanProperty batchProperty() {
        return batch;
    }

    /** Takes those of a saved comparison. */
    void take(RunSettings settings) {
        BigDecimal usd = settings.budgetUsd();
        budget.set(usd == null ? "" : usd.toPlainString());
        whenSettled.set(settings.stopWhenSettled() != null);
        batch.set(settings.batch());
    }

    /** The budget in US dollars, or null; throws {@link InputException} where it is no number, or negative. */
    @Nullable
    BigDecimal budget() {
        String typed = budget.get().strip().replaceFirst("^\\$\\s*", "");
        if (typed.isEmpty()) {
            return null;
        }
        if (!typed.matches("\\d{1,9}(\\.\\d{0,9})?|\\.\\d{1,9}")) {
            throw new InputException(Messages.get("compare.budget.bad", budget.get()));
        }
        return new BigDecimal(typed);
    }
}
