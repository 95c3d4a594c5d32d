package dev.assay.experiment;

import java.util.List;
import java.util.Map;

/**
 * Cases to run.
 *
 * @param name as the user named it
 * @param columns input names in order, without {@code expected}
 * @param cases in file order
 * @param hash SHA-256 of the cases in hex, so that a changed dataset is noticed
 */
public record Dataset(String name, List<String> columns, List<TestCase> cases, String hash) {
    public Dataset {
        columns = List.copyOf(columns);
        cases = List.copyOf(cases);
    }

    /** The first cases only, at most {@code count}. */
    public Dataset first(int count) {
        List<TestCase> some = cases.subList(0, Math.min(count, cases.size()));
        return new Dataset(name, columns, some, DatasetReader.hash(some));
    }

    /** A dataset of a single case that comes from no file, as for trying a prompt once. */
    public static Dataset ofOne(String name, Map<String, Object> inputs) {
        var cases = List.of(new TestCase(0, inputs, null));
        return new Dataset(name, List.copyOf(inputs.keySet()), cases, DatasetReader.hash(cases));
    }
}
