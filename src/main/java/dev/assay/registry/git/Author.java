package dev.assay.registry.git;

import dev.assay.llm.InputException;

/** Who commits; neither part is blank. */
public record Author(String name, String email) {
    public Author {
        if (name.isBlank() || email.isBlank()) {
            throw new InputException(
                    "A commit needs an author: set user.name and user.email in git, or pass --author 'Name <address>'");
        }
    }
}
