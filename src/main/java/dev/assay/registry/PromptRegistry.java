package dev.assay.registry;

import dev.assay.prompt.PartialSource;
import dev.assay.prompt.PromptRef;
import dev.assay.prompt.frontmatter.Definitions;
import dev.assay.registry.check.PromptCheck;
import dev.assay.registry.commit.FilePart;
import dev.assay.registry.definition.DefinitionFiles;
import dev.assay.registry.files.PromptFiles;
import dev.assay.registry.git.Author;
import dev.assay.registry.git.PromptRevision;
import dev.assay.registry.guard.FileProblem;
import dev.assay.registry.lock.IndexLock;
import dev.assay.registry.log.BlamedLines;
import dev.assay.registry.log.PromptLog;
import dev.assay.registry.search.PromptSearch;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Prompts kept as files in a git repository. All methods throw {@link dev.assay.llm.InputException} for names and
 * revisions that do not exist and {@link dev.assay.llm.StorageException} where disk or git fail. Safe for use by many
 * threads.
 */
public interface PromptRegistry extends AutoCloseable {

    /** The workspace folder, absolute. */
    Path root();

    /** The current branch, or the short commit id where none is checked out. */
    String branch();

    /** All prompts and partials with their status, sorted by name. */
    List<PromptEntry> list();

    /** Files and folders under {@code prompts/} that {@link #list} leaves out though they look like prompts, and why. */
    List<FileProblem> problems();

    /** The prompt at its revision or in the working copy. */
    StoredPrompt load(PromptRef ref);

    /**
     * The text of a prompt. Reckons no content id as {@link #load} does, for which git has to look at the whole folder: this
     * is the way for all prompts of a workspace, one after the other.
     *
     * @throws InputException where there is none
     */
    String text(PromptRef ref);

    /** The partials as they are at that revision; null for the working copy. */
    PartialSource partials(@Nullable String revision);

    /** The schemas and tools that prompts may name, as they are at that revision; null for the working copy. */
    Definitions definitions(@Nullable String revision);

    /** The files that define them. */
    DefinitionFiles definitionFiles();

    /** Writes the working copy, making the file and its folders where they are missing. Line ends are kept as given. */
    StoredPrompt save(String name, String text);

    /**
     * Commits files as they lie on disk and nothing else, even where other changes are staged.
     *
     * @param paths paths under the workspace; deleted files count as changes
     * @param message not blank
     * @return the new commit
     * @throws dev.assay.llm.InputException where nothing changed or the message is blank
     */
    default PromptRevision commit(List<String> paths, String message, Author author) {
        return commit(paths, List.of(), message, author);
    }

    /**
     * The same, with files of which only some changes are committed and the others stay in the working copy.
     *
     * @param parts such files; none of them is in {@code paths}
     */
    PromptRevision commit(List<String> paths, List<FilePart> parts, String message, Author author);

    /** Everything that a commit could take. */
    ChangedFiles changes();

    /** The author that git is configured with, or empty. */
    Optional<Author> configuredAuthor();

    /** Commits that changed the prompt, newest first, across renames; empty where it was never committed. */
    List<PromptRevision> log(String name);

    /** The same page by page, with the names that the prompt had. */
    PromptLog history();

    /**
     * Who wrote each line of a prompt, in order and without gaps, across renames.
     *
     * @param text the text to ask about, such as what an editor holds; null for the one on disk
     */
    List<BlamedLines> blame(String name, @Nullable String text);

    /** Renames, duplicates, deletes and restores prompts. */
    PromptFiles files();

    /**
     * The lock that keeps git from writing here, held by another program or left behind by one that crashed. Remove it
     * only on the user's word.
     */
    Optional<IndexLock> lock();

    /** Searches names and texts of the working copy. */
    PromptSearch search();

    /** Looks which prompts of the working copy cannot be used as they are. */
    PromptCheck check();

    /**
     * A unified diff of one prompt; empty where there is no difference.
     *
     * @param from a revision, or null for the last commit
     * @param to a revision, or null for the working copy
     */
    String diff(String name, @Nullable String from, @Nullable String to);

    @Override
    void close();
}
