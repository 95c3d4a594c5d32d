package dev.assay.exchange.table.columns;

import dev.assay.exchange.conversion.ColumnMapping;
import dev.assay.experiment.DatasetReader;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;

/** Guesses by their names which columns of a table are which inputs of a prompt. */
public final class ColumnGuess {
    private static final String EXPECTED = DatasetReader.EXPECTED;
    private static final Set<String> ANSWERS = Set.of(
            "expected",
            "expectedoutput",
            "expectedanswer",
            "answer",
            "correctanswer",
            "correct",
            "ideal",
            "idealoutput",
            "output",
            "reference",
            "referenceanswer",
            "referenceoutput",
            "groundtruth",
            "gold",
            "target",
            "completion",
            "response");
    private static final Set<String> TAGS = Set.of("tags", "tag", "labels");
    private static final Set<String> CLUSTERS = Set.of("cluster", "clusterid", "group", "groupid");
    private static final int SHORTEST = 3;

    private final List<String> header;
    private final List<String> inputs;
    private final Map<Integer, String> targets = new LinkedHashMap<>();
    private final Set<String> used = new HashSet<>();

    private ColumnGuess(List<String> header, List<String> inputs) {
        this.header = header;
        this.inputs = inputs;
    }

    /**
     * What the columns probably are. Each input is given to one column at most; a column that looks like none of them keeps
     * its own name.
     *
     * @param header the names of the columns
     * @param inputs the names of the prompt's inputs
     */
    public static ColumnMapping of(List<String> header, List<String> inputs) {
        var guess = new ColumnGuess(header, inputs);
        guess.assign(String::equals);
        guess.assign((column, input) -> plain(column).equals(plain(input)));
        guess.meaning(EXPECTED, ANSWERS);
        guess.meaning(DatasetReader.TAGS, TAGS);
        guess.meaning(DatasetReader.CLUSTER, CLUSTERS);
        guess.assign(ColumnGuess::contains);
        guess.theLastOne();
        return new ColumnMapping(guess.targets);
    }

    /** How many inputs the table has a column for, at least by its name. */
    public static int fit(List<String> header, List<String> inputs) {
        return (int) of(header, inputs).targets().values().stream()
                .filter(inputs::contains)
                .count();
    }

    private void assign(BiPredicate<String, String> alike) {
        for (int i = 0; i < header.size(); i++) {
            String column = header.get(i).strip();
            Optional<String> input = targets.containsKey(i) || column.isEmpty()
                    ? Optional.empty()
                    : inputs.stream()
                            .filter(one -> !used.contains(one) && alike.test(column, one))
                            .findFirst();
            if (input.isPresent()) {
                put(i, input.get());
            }
        }
    }

    private void put(int column, String target) {
        targets.put(column, target);
        used.add(target);
    }

    /** A column that no input has taken may be known by its name for something else. */
    private void meaning(String target, Set<String> names) {
        for (int i = 0; i < header.size() && !used.contains(target); i++) {
            if (!targets.containsKey(i) && names.contains(plain(header.get(i)))) {
                put(i, target);
            }
        }
    }

    /** One input and one column that are left over probably belong together. */
    private void theLastOne() {
        List<String> open = inputs.stream().filter(one -> !used.contains(one)).toList();
        List<Integer> left = new ArrayList<>();
        for (int i = 0; i < header.size(); i++) {
            if (!targets.containsKey(i)) {
                left.add(i);
            }
        }
        if (open.size() == 1 && left.size() == 1 && inputs.size() == 1) {
            put(left.getFirst(), open.getFirst());
        }
    }

    private static boolean contains(String column, String input) {
        String one = plain(column);
        String other = plain(input);
        return one.length() >= SHORTEST && other.length() >= SHORTEST && (one.contains(other) || other.contains(one));
    }

    /** A name without capitals, accents, blanks and signs. */
    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
