package dev.assay.experiment.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Evidence as the trailers of a commit message, as {@code git interpret-trailers} knows them, and back. */
public final class Trailers {
    private static final String PREFIX = "Assay-";
    private static final String RUN = "Assay-Run";
    private static final String DATASET = "Assay-Dataset";
    private static final String DIFFERENCE = "Assay-Difference";
    private static final String MODEL = "Assay-Model";
    private static final String JUDGE = "Assay-Judge";
    private static final String JUDGE_HASH = "Assay-Judge-Hash";
    private static final String COST = "Assay-Cost";

    private static final String NUMBER = "([+-]?\\d+(?:\\.\\d+)?)";
    private static final String INTERVAL = "95% CI " + NUMBER + " to " + NUMBER;
    private static final Pattern LINE = Pattern.compile("([A-Za-z0-9-]+)\\s*:\\s*(.*)");
    private static final Pattern SCORE = Pattern.compile(NUMBER + " \\((?:" + INTERVAL + ", )?n=(\\d{1,9})\\)");
    private static final Pattern CHANGE =
            Pattern.compile("(\\S+) " + NUMBER + "(?: \\(" + INTERVAL + "\\))? against (\\S+)");

    private Trailers() {}

    /** A line. */
    private record Trailer(String key, String value) {
        boolean is(String name) {
            return key.equalsIgnoreCase(name);
        }
    }

    /** The trailers, one a line, without a line end after the last. */
    public static String write(Evidence evidence) {
        var lines = new ArrayList<String>();
        lines.add(RUN + ": " + evidence.run());
        lines.add(DATASET + ": " + oneLine(evidence.dataset()));
        evidence.scores().forEach(score -> lines.add(key(score.metric()) + ": " + score));
        evidence.differences().forEach(difference -> lines.add(DIFFERENCE + ": " + difference));
        add(lines, MODEL, evidence.model());
        add(lines, JUDGE, evidence.judge());
        add(lines, JUDGE_HASH, evidence.judgeHash());
        add(lines, COST, evidence.cost());
        return String.join("\n", lines);
    }

    private static void add(List<String> lines, String key, @Nullable String value) {
        if (value != null) {
            lines.add(key + ": " + oneLine(value));
        }
    }

    /** Puts the trailers at the end of a message, beside trailers that are there already. */
    public static String append(String message, Evidence evidence) {
        String stripped = message.strip();
        String last = stripped.substring(stripped.lastIndexOf("\n\n") + 1).strip();
        boolean trailing = stripped.contains("\n\n")
                && last.lines().allMatch(line -> LINE.matcher(line).matches());
        return stripped + (trailing ? "\n" : "\n\n") + write(evidence) + "\n";
    }

    /** The evidence in a message, or empty where it tells of no run. */
    public static Optional<Evidence> parse(String message) {
        List<Trailer> trailers = trailers(message);
        Optional<String> run = value(trailers, RUN);
        if (run.isEmpty() || run.get().isBlank()) {
            return Optional.empty();
        }
        return Optional.of(new Evidence(
                run.get(),
                value(trailers, DATASET).orElse(""),
                trailers.stream().flatMap(Trailers::score).toList(),
                trailers.stream()
                        .filter(trailer -> trailer.is(DIFFERENCE))
                        .flatMap(trailer -> difference(trailer.value()))
                        .toList(),
                value(trailers, MODEL).orElse(null),
                value(trailers, JUDGE).orElse(null),
                value(trailers, JUDGE_HASH).orElse(null),
                value(trailers, COST).orElse(null)));
    }

    /** The message without the trailers of evidence. */
    public static String without(String message) {
        return message.lines()
                .filter(line -> !line.startsWith(PREFIX))
                .reduce((a, b) -> a + "\n" + b)
                .orElse("")
                .strip();
    }

    /** Trailers are the last paragraph; others may have appended their own to ours. */
    private static List<Trailer> trailers(String message) {
        String[] paragraphs = message.strip().split("\\R\\s*\\R");
        String last = paragraphs[paragraphs.length - 1];
        return last.lines()
                .map(LINE::matcher)
                .filter(Matcher::matches)
                .map(line -> new Trailer(line.group(1), line.group(2).strip()))
                .toList();
    }

    private static Optional<String> value(List<Trailer> trailers, String key) {
        return trailers.stream()
                .filter(trailer -> trailer.is(key))
                .map(Trailer::value)
                .findFirst();
    }

    private static Stream<MeasuredScore> score(Trailer trailer) {
        Matcher score = SCORE.matcher(trailer.value());
        if (!trailer.key().startsWith(PREFIX) || !score.matches()) {
            return Stream.empty();
        }
        String metric = trailer.key().substring(PREFIX.length()).toLowerCase(Locale.ROOT);
        return Stream.of(new MeasuredScore(
                metric,
                Double.parseDouble(score.group(1)),
                interval(score.group(2), score.group(3)),
                Integer.parseInt(score.group(4))));
    }

    private static Stream<MeasuredDifference> difference(String value) {
        Matcher change = CHANGE.matcher(value);
        return change.matches()
                ? Stream.of(new MeasuredDifference(
                        change.group(1),
                        Double.parseDouble(change.group(2)),
                        interval(change.group(3), change.group(4)),
                        change.group(5)))
                : Stream.empty();
    }

    private static @Nullable Interval interval(@Nullable String low, @Nullable String high) {
        if (low == null || high == null || Double.parseDouble(low) > Double.parseDouble(high)) {
            return null;
        }
        return new Interval(Double.parseDouble(low), Double.parseDouble(high));
    }

    /** Keys of trailers know letters, digits and dashes only. */
    private static String key(String metric) {
        String plain = metric.replaceAll("[^A-Za-z0-9-]+", "-");
        return PREFIX + plain.substring(0, 1).toUpperCase(Locale.ROOT) + plain.substring(1);
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }
}
