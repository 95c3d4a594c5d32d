package dev.assay.registry.git;

import dev.assay.llm.InputException;
import dev.assay.llm.NearestName;
import dev.assay.llm.StorageException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;

/** What people call branches and tags. */
public final class RefNames {
    private static final List<String> FOLDERS = List.of(Constants.R_HEADS, Constants.R_REMOTES, Constants.R_TAGS);

    private RefNames() {}

    /** The local branch, remote-tracking branch or tag of that name, in this order. */
    public static Optional<Ref> find(Repository repository, String name) {
        try {
            for (String folder : FOLDERS) {
                Ref ref = repository.exactRef(folder + name);
                if (ref != null) {
                    return Optional.of(ref);
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new StorageException("Git cannot read the branches: " + GitFailures.reason(e), e);
        }
    }

    /** Refuses what git would not take as the name of a branch or tag. */
    public static String requireValid(String name) {
        if (!Repository.isValidRefName(Constants.R_HEADS + name) || name.startsWith("-") || name.equals("HEAD")) {
            throw new InputException("'" + name.replaceAll("\\p{Cntrl}", "?")
                    + "' cannot name a branch or tag: use letters, digits, '-', '_' and '/', such as tone/warmer");
        }
        return name;
    }

    /** What to throw where there is no such branch. */
    public static InputException unknown(Repository repository, String name) {
        try {
            List<String> names = repository.getRefDatabase().getRefsByPrefix(Constants.R_HEADS).stream()
                    .map(ref -> Repository.shortenRefName(ref.getName()))
                    .toList();
            String hint = NearestName.find(name, names)
                    .map(nearest -> ": did you mean " + nearest + "?")
                    .orElse(names.isEmpty() ? ": nothing is committed yet" : ": there are " + String.join(", ", names));
            return new InputException("There is no branch '" + name + "'" + hint);
        } catch (IOException e) {
            throw new StorageException("Git cannot read the branches: " + GitFailures.reason(e), e);
        }
    }
}
