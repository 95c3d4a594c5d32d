package dev.assay.experiment.gate;

import dev.assay.experiment.Comparison;
import java.util.List;

/** What a comparison must keep for a script to go on. */
public interface Gate {

    /** One result for each variant and metric that the gate is about. */
    List<GateResult> check(Comparison comparison);
}
