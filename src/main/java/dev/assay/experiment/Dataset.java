package dev.assay.experiment;

import dev.assay.llm.InputException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

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

    /**
     * The same cases, grouped by what an input says they share.
     *
     * @throws InputException where there is no such column
     */
    public Dataset clusteredBy(String column) {
        if (!columns.contains(column)) {
            throw new InputException("Dataset " + name + " has no column '" + column + "' that says which cases share a"
                    + " source: it has " + String.join(", ", columns));
        }
        List<TestCase> grouped = cases.stream()
                .map(one -> one.inCluster(DatasetReader.text(one.inputs().get(column))))
                .toList();
        return new Dataset(name, columns, grouped, DatasetReader.hash(grouped));
    }

    /** Whether some cases share a source. */
    boolean sharesSources() {
        List<String> named =
                cases.stream().map(TestCase::cluster).filter(Objects::nonNull).toList();
        return named.stream().distinct().count() < named.size();
    }

    /** One of the cases alone, counted from 0; it is the first of the new dataset. */
    public Dataset only(int index) {
        TestCase chosen = cases.get(index);
        var one = List.of(
                new TestCase(0, chosen.inputs(), chosen.expected(), chosen.line(), chosen.tags(), chosen.cluster()));
        return new Dataset(name, columns, one, DatasetReader.hash(one));
    }

    /** A dataset of a single case that comes from no file, as for trying a prompt once. */
    public static Dataset ofOne(String name, Map<String, Object> inputs) {
        var cases = List.of(new TestCase(0, inputs, null));
        return new Dataset(name, List.copyOf(inputs.keySet()), cases, DatasetReader.hash(cases));
    }
}
