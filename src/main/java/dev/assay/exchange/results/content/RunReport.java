package dev.assay.exchange.results.content;

import dev.assay.experiment.Comparison;
import dev.assay.experiment.gate.GateResult;
import java.util.List;

/**
 * What is reported of a run.
 *
 * @param comparison its figures and cells
 * @param gates what became of the gates; empty where there were none
 */
public record RunReport(Comparison comparison, List<GateResult> gates) {
    public RunReport {
        gates = List.copyOf(gates);
    }
}
