package dev.assay.exchange.exporting;

/** Writes a prompt in the format of another tool. */
@FunctionalInterface
public interface Exporter {

    /**
     * Writes a prompt. What has no equivalent is written out where that is possible, else refused in the report.
     *
     * @throws dev.assay.llm.InputException where the prompt or one of its partials has errors
     */
    ExportResult write(ExportRequest request);
}
