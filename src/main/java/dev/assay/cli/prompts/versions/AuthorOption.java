package dev.assay.cli.prompts.versions;

import dev.assay.llm.InputException;
import dev.assay.registry.PromptRegistry;
import dev.assay.registry.git.Author;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Who commits. */
public final class AuthorOption {
    private static final Pattern AUTHOR = Pattern.compile("\\s*([^<>]*?)\\s*<([^<>]*)>\\s*");

    @Option(
            names = "--author",
            paramLabel = "'NAME <ADDRESS>'",
            description = "Who commits. Default: the author that git is configured with.")
    private @Nullable String author;

    /** The author that was given, else git's; throws {@link InputException} where there is none. */
    public Author of(PromptRegistry registry) {
        if (author == null) {
            return registry.configuredAuthor().orElseGet(() -> new Author("", ""));
        }
        Matcher parts = AUTHOR.matcher(author);
        if (!parts.matches()) {
            throw new InputException("--author is '" + author + "' but must be written 'Name <address>'");
        }
        return new Author(parts.group(1), parts.group(2));
    }
}
