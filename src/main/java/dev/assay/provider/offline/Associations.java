package dev.assay.provider.offline;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Words that go with frequent options of a choice, such as "refund" with "billing". */
final class Associations {

    private Associations() {}

    /** The stems of the words that go with an option; empty for an option that is not known. */
    static Set<String> of(String option) {
        return Loaded.BY_OPTION.getOrDefault(key(option), Set.of());
    }

    private static String key(String option) {
        return option.toLowerCase(Locale.ROOT).replaceAll("[_\\s]+", "-");
    }

    /** Read with the first choice. */
    private static final class Loaded {
        static final Map<String, Set<String>> BY_OPTION = read();

        private static Map<String, Set<String>> read() {
            var byOption = new HashMap<String, Set<String>>();
            try (InputStream in = Objects.requireNonNull(Associations.class.getResourceAsStream("associations.json"))) {
                new ObjectMapper()
                        .readTree(in)
                        .properties()
                        .forEach(entry -> byOption.put(
                                key(entry.getKey()),
                                Terms.distinct(entry.getValue().asText())));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return Map.copyOf(byOption);
        }
    }
}
