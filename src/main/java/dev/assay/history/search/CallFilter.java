package dev.assay.history.search;

import dev.assay.history.metrics.Moment;
import dev.assay.llm.InputException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which calls are asked for. Written in one line, {@code model:gpt-4.1 error:any since:7d "late delivery" -refund}, it
 * means calls of that model that failed in the last week, whose texts hold the phrase and not the word.
 *
 * @param words what their texts must and must not hold; null for anything
 * @param fields what else they must be
 * @param since the first moment, or null
 * @param until the first moment that is not meant any more, or null
 */
public record CallFilter(
        @Nullable Words words,
        Map<Field, String> fields,
        @Nullable Instant since,
        @Nullable Instant until) {
    /** All calls. */
    public static final CallFilter ALL = new CallFilter(null, Map.of(), null, null);

    /** Stands for every error. */
    public static final String ANY = "any";

    /** A name and a colon, then a quoted or a bare value; or a phrase; or a word. */
    private static final Pattern TERM = Pattern.compile(
            "(?<name>[a-z]+):(?:\"(?<quoted>[^\"]*)\"|(?<bare>\\S+))|(?<not>-?)(?:\"(?<phrase>[^\"]*)\"?|(?<word>\\S+))");

    /** What can be asked of a call besides its words. */
    public enum Field {
        PROVIDER,
        MODEL,
        PROMPT,
        OPERATION,
        ERROR,
        TAG,
        IS;

        /** How it is written. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        private static Optional<Field> of(String word) {
            return Stream.of(values())
                    .filter(field -> field.word().equals(word))
                    .findFirst();
        }
    }

    public CallFilter {
        fields = Map.copyOf(fields);
        String is = fields.get(Field.IS);
        if (is != null && !List.of("starred", "cached", "failed").contains(is)) {
            throw new InputException("is:" + is + " is not known: write is:starred, is:cached or is:failed");
        }
        if (since != null && until != null && !since.isBefore(until)) {
            throw new InputException("There is no time from " + since + " until " + until);
        }
    }

    /**
     * Reads a line as people type it; a blank one means all calls. A text with a colon that names no field is looked
     * for as it stands.
     *
     * @param now what {@code since:7d} counts back from
     * @throws InputException where a time or a value is not known
     */
    public static CallFilter parse(String line, Instant now) {
        Map<Field, String> fields = new EnumMap<>(Field.class);
        List<Words.Term> terms = new ArrayList<>();
        Instant since = null;
        Instant until = null;
        Matcher matcher = TERM.matcher(line);
        while (matcher.find()) {
            String name = matcher.group("name");
            String value = matcher.group("quoted") == null ? matcher.group("bare") : matcher.group("quoted");
            Optional<Field> field = name == null ? Optional.empty() : Field.of(name);
            if (field.isPresent()) {
                fields.put(field.get(), value);
            } else if ("since".equals(name)) {
                since = Moment.parse("since:", value, now);
            } else if ("until".equals(name)) {
                until = Moment.parse("until:", value, now);
            } else {
                terms.add(term(matcher, name));
            }
        }
        terms.removeIf(term -> term.text().isBlank());
        return new CallFilter(terms.isEmpty() ? null : new Words(terms), fields, since, until);
    }

    private static Words.Term term(Matcher matcher, @Nullable String name) {
        if (name != null) {
            return new Words.Term(matcher.group(), true, false);
        }
        String phrase = matcher.group("phrase");
        boolean excluded = !matcher.group("not").isEmpty();
        return phrase == null
                ? new Words.Term(matcher.group("word"), false, excluded)
                : new Words.Term(phrase, true, excluded);
    }

    /** What the field must be; empty for anything. */
    public Optional<String> field(Field field) {
        return Optional.ofNullable(fields.get(field));
    }

    /** The line with a field set to a value, or without the field where the value is null. */
    public static String with(String line, Field field, @Nullable String value) {
        String rest = TERM.matcher(line)
                .results()
                .map(java.util.regex.MatchResult::group)
                .filter(term -> !term.startsWith(field.word() + ":"))
                .collect(Collectors.joining(" "));
        if (value == null) {
            return rest;
        }
        String term = field.word() + ":" + (value.matches("[^\\s\"]+") ? value : "\"" + value + "\"");
        return rest.isEmpty() ? term : term + " " + rest;
    }
}
