package dev.assay.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.UnmatchedArgumentException;

/** What to say of words on the command line that mean nothing there. */
final class Unknown {
    private Unknown() {}

    /** Names the first such word, and what was probably meant: a command below another one, or a word that is near. */
    static String message(CommandLine command, List<String> words) {
        String word = words.getFirst();
        String meant = below(command, word).orElseGet(() -> near(command, words));
        return "'" + word + "' is not known here" + (meant.isEmpty() ? "" : ": did you mean " + meant + "?");
    }

    /** {@code commit} alone is what git calls it; here it is a command of {@code prompts}. */
    private static Optional<String> below(CommandLine command, String word) {
        return command.getSubcommands().entrySet().stream()
                .filter(group -> group.getValue().getSubcommands().containsKey(word))
                .map(Map.Entry::getKey)
                // Files and revisions are those of prompts, where others have a command of that name too.
                .min((one, other) -> Boolean.compare(other.equals("prompts"), one.equals("prompts")))
                .map(group -> group + " " + word);
    }

    private static String near(CommandLine command, List<String> words) {
        return String.join(", ", new UnmatchedArgumentException(command, words).getSuggestions());
    }
}
