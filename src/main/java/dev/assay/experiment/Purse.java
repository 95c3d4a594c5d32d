package dev.assay.experiment;

import dev.assay.llm.ModelId;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Optional;

/** What may still be spent, whatever a run's own budget is. */
@FunctionalInterface
public interface Purse {
    /** One that never ends. */
    Purse UNLIMITED = models -> Optional.empty();

    /**
     * What may be spent on calls of these models from now on, in US dollars; empty where nothing limits it.
     *
     * @throws dev.assay.llm.InputException where nothing is left
     */
    Optional<BigDecimal> left(Collection<ModelId> models);
}
