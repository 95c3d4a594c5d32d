package dev.assay.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text in which every {@code ${NAME}} was replaced by the environment variable, or the kept key, of that name.
 *
 * @param value the text; variables that are not set are left out
 * @param variables the names that stand in the text, in order
 * @param missing those of them that are nowhere, or set to nothing
 */
record EnvironmentText(String value, List<String> variables, List<String> missing) {
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)}");

    /** Replaces the variables in a text. */
    static EnvironmentText expand(String text, KeySource keys) {
        var variables = new ArrayList<String>();
        var missing = new ArrayList<String>();
        Matcher matcher = REFERENCE.matcher(text);
        String value = matcher.replaceAll(found -> {
            String name = found.group(1);
            String content = keys.find(name).map(KeySource.Found::secret).orElse("");
            variables.add(name);
            if (content.isEmpty()) {
                missing.add(name);
            }
            return Matcher.quoteReplacement(content);
        });
        return new EnvironmentText(value, List.copyOf(variables), List.copyOf(missing));
    }

    /** Whether the text itself, apart from the variables, says anything but a scheme such as {@code Bearer}. */
    static boolean holdsLiteral(String text) {
        String rest = REFERENCE.matcher(text).replaceAll("").strip();
        return !rest.isEmpty() && !rest.matches("(?i)bearer|basic|token|key");
    }
}
