package dev.assay.experiment.dataset;

import dev.assay.llm.SourceLocation;

/**
 * Something that keeps a case from running as it should.
 *
 * @param row which row, from 0; -1 for the header
 * @param column which column, from 0; -1 for the row as a whole
 * @param place where it stood when the file was read
 * @param message what is wrong and the mend
 */
public record DatasetProblem(int row, int column, SourceLocation place, String message) {
    @Override
    public String toString() {
        return place + ": " + message;
    }
}
