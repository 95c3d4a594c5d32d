package dev.assay.registry.git;

import dev.assay.llm.InputException;
import java.util.Optional;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.UserConfig;

/** Who commits; neither part is blank. */
public record Author(String name, String email) {
    public Author {
        if (name.isBlank() || email.isBlank()) {
            throw new InputException(
                    "A commit needs an author: set user.name and user.email in git, or pass --author 'Name <address>'");
        }
    }

    /** Who git is configured with, or empty where it would have to guess. */
    public static Optional<Author> configured(Repository repository) {
        UserConfig user = repository.getConfig().get(UserConfig.KEY);
        boolean guessed = user.isAuthorNameImplicit() || user.isAuthorEmailImplicit();
        return guessed ? Optional.empty() : Optional.of(new Author(user.getAuthorName(), user.getAuthorEmail()));
    }
}
