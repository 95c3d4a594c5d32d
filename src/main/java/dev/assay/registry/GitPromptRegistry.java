package dev.assay.registry;

import dev.assay.llm.InputException;
import dev.assay.llm.NearestName;
import dev.assay.llm.StorageException;
import dev.assay.prompt.PartialSource;
import dev.assay.prompt.PromptRef;
import dev.assay.prompt.PromptTemplate;
import dev.assay.prompt.frontmatter.Definitions;
import dev.assay.registry.check.PromptCheck;
import dev.assay.registry.commit.FilePart;
import dev.assay.registry.commit.PromptCommitter;
import dev.assay.registry.commit.RenameCommitter;
import dev.assay.registry.compare.PromptDiff;
import dev.assay.registry.definition.DefinitionFiles;
import dev.assay.registry.files.PromptFiles;
import dev.assay.registry.files.WorkingCopy;
import dev.assay.registry.git.Author;
import dev.assay.registry.git.Blob;
import dev.assay.registry.git.GitFailures;
import dev.assay.registry.git.GitWorkspace;
import dev.assay.registry.git.PromptRevision;
import dev.assay.registry.git.PromptText;
import dev.assay.registry.git.Revisions;
import dev.assay.registry.git.WorkTreeStatus;
import dev.assay.registry.git.WorkspacePaths;
import dev.assay.registry.guard.FileProblem;
import dev.assay.registry.lock.IndexLock;
import dev.assay.registry.log.BlamedLines;
import dev.assay.registry.log.LogEntry;
import dev.assay.registry.log.PromptLog;
import dev.assay.registry.search.PromptSearch;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.UserConfig;
import org.eclipse.jgit.revwalk.RevCommit;
import org.jspecify.annotations.Nullable;

/** Prompts in the user's own git repository. Thread-safe: one thread at a time writes. */
public final class GitPromptRegistry implements PromptRegistry {
    private static final int HINTS = 3;

    private final GitWorkspace workspace;
    private final WorkspacePaths paths;
    private final WorkingCopy workingCopy;
    private final Revisions revisions;
    private final PromptStatus status;
    private final ChangedFiles changes;
    private final PromptLog history;
    private final PromptFiles files;
    private final PromptSearch search;
    private final PromptCheck check;
    private final PromptCommitter committer;
    private final DefinitionFiles definitions;

    private GitPromptRegistry(GitWorkspace workspace) {
        this.workspace = workspace;
        this.paths = workspace.paths();
        this.workingCopy = new WorkingCopy(workspace);
        this.revisions = new Revisions(workspace.repository(), paths);
        this.definitions = new DefinitionFiles(workspace, workingCopy, revisions);
        this.status = new PromptStatus(new WorkTreeStatus(workspace), paths);
        this.changes = new ChangedFiles(workspace, workingCopy, revisions);
        this.history = new PromptLog(workspace);
        this.committer = new PromptCommitter(workspace, InstantSource.system());
        var renames = new RenameCommitter(workspace, committer, InstantSource.system());
        this.files = new PromptFiles(workspace, workingCopy, this::names, renames);
        this.search = new PromptSearch(status::files, name -> workingCopy.text(WorkspacePaths.ofPrompt(name)));
        this.check = new PromptCheck(
                status::files, name -> workingCopy.text(WorkspacePaths.ofPrompt(name)), definitions::onDisk);
    }

    /**
     * Opens a workspace.
     *
     * @param root the top of a git work tree or a folder inside one
     * @throws InputException where the folder is not there or in no repository
     */
    public static GitPromptRegistry open(Path root) {
        return new GitPromptRegistry(GitWorkspace.open(root));
    }

    /**
     * Opens a workspace and makes it first where it is missing: the folder, a repository of its own on branch
     * {@code main}, and the git settings files. What is there is left alone.
     */
    public static GitPromptRegistry create(Path root) {
        GitWorkspace.create(root);
        return open(root);
    }

    /** The repository, for what concerns more than prompts; whoever writes takes its lock. It is closed with the registry. */
    public GitWorkspace workspace() {
        return workspace;
    }

    @Override
    public Path root() {
        return paths.root();
    }

    @Override
    public String branch() {
        try {
            String branch = workspace.repository().getBranch();
            return ObjectId.isId(branch) ? branch.substring(0, 7) : branch;
        } catch (IOException e) {
            throw new StorageException("Cannot read the branch of " + root() + ": " + GitFailures.reason(e), e);
        }
    }

    @Override
    public List<PromptEntry> list() {
        return status.prompts();
    }

    @Override
    public List<FileProblem> problems() {
        return status.problems();
    }

    @Override
    public StoredPrompt load(PromptRef ref) {
        String path = WorkspacePaths.ofPrompt(ref.name());
        String revision = ref.revision();
        if (revision != null) {
            RevCommit commit = commit(revision, ref.name());
            Blob blob = history.blob(ref.name(), commit).orElseThrow(() -> absent(ref.name(), commit));
            return new StoredPrompt(
                    ref,
                    path,
                    PromptText.decode(path, blob.bytes()),
                    commit.name(),
                    blob.id().name());
        }
        return onDisk(ref, path).orElseThrow(() -> absent(ref.name()));
    }

    @Override
    public String text(PromptRef ref) {
        return ref.revision() == null
                ? workingCopy.text(WorkspacePaths.ofPrompt(ref.name())).orElseThrow(() -> absent(ref.name()))
                : load(ref).text();
    }

    @Override
    public PartialSource partials(@Nullable String revision) {
        RevCommit commit = revision == null ? null : commit(revision, null);
        var found = new ConcurrentHashMap<String, Optional<PromptTemplate>>();
        // Looked at once for all partials, and only where there is one: each look asks for the time of every file.
        var known = new AtomicReference<@Nullable Definitions>();
        return name -> found.computeIfAbsent(
                name,
                missing -> partial(missing, commit, () -> {
                    Definitions now = known.get();
                    if (now == null) {
                        now = definitions(commit);
                        known.set(now);
                    }
                    return now;
                }));
    }

    private Optional<PromptTemplate> partial(
            String name, @Nullable RevCommit commit, Supplier<Definitions> definitions) {
        String file = name.substring(0, name.lastIndexOf('/') + 1) + "_" + name.substring(name.lastIndexOf('/') + 1);
        if (!WorkspacePaths.isName(file)) {
            return Optional.empty();
        }
        String path = WorkspacePaths.ofPrompt(file);
        Optional<String> text = commit == null
                ? workingCopy.text(path)
                : revisions.blob(commit, path).map(blob -> PromptText.decode(path, blob.bytes()));
        return text.map(source -> PromptTemplate.parse(path, source, definitions.get()));
    }

    @Override
    public Definitions definitions(@Nullable String revision) {
        return definitions(revision == null ? null : commit(revision, null));
    }

    @Override
    public DefinitionFiles definitionFiles() {
        return definitions;
    }

    private Definitions definitions(@Nullable RevCommit commit) {
        return commit == null ? definitions.onDisk() : definitions.at(commit);
    }

    @Override
    public StoredPrompt save(String name, String text) {
        String path = WorkspacePaths.ofPrompt(name);
        workspace.writing().lock();
        try {
            workingCopy.write(path, text);
            return onDisk(new PromptRef(name, null), path).orElseThrow(() -> absent(name));
        } finally {
            workspace.writing().unlock();
        }
    }

    @Override
    public PromptRevision commit(List<String> files, List<FilePart> parts, String message, Author author) {
        workspace.writing().lock();
        try {
            RevCommit commit = committer.commit(files, parts, message, author);
            String only = files.size() + parts.size() > 1
                    ? ""
                    : files.isEmpty() ? parts.getFirst().path() : paths.ofFile(files.getFirst());
            String blob = only.isEmpty()
                    ? ""
                    : revisions.blob(commit, only).map(b -> b.id().name()).orElse("");
            return PromptLog.revision(commit, blob);
        } finally {
            workspace.writing().unlock();
        }
    }

    @Override
    public Optional<Author> configuredAuthor() {
        UserConfig user = workspace.repository().getConfig().get(UserConfig.KEY);
        boolean guessed = user.isAuthorNameImplicit() || user.isAuthorEmailImplicit();
        return guessed ? Optional.empty() : Optional.of(new Author(user.getAuthorName(), user.getAuthorEmail()));
    }

    @Override
    public List<PromptRevision> log(String name) {
        String path = WorkspacePaths.ofPrompt(name);
        List<PromptRevision> commits = commitsOf(name, Integer.MAX_VALUE);
        if (commits.isEmpty() && workingCopy.blob(path).isEmpty()) {
            throw absent(name);
        }
        return commits;
    }

    @Override
    public String diff(String name, @Nullable String from, @Nullable String to) {
        String path = WorkspacePaths.ofPrompt(name);
        Optional<RevCommit> base = from == null ? revisions.head() : Optional.of(commit(from, name));
        Optional<Blob> before = base.flatMap(commit -> history.blob(name, commit));
        Optional<Blob> after = to == null ? workingCopy.blob(path) : history.blob(name, commit(to, name));
        if (before.isEmpty() && after.isEmpty() && commitsOf(name, 1).isEmpty()) {
            throw absent(name);
        }
        return PromptDiff.of(path, before, after);
    }

    @Override
    public ChangedFiles changes() {
        return changes;
    }

    @Override
    public PromptLog history() {
        return history;
    }

    @Override
    public List<BlamedLines> blame(String name, @Nullable String text) {
        String path = WorkspacePaths.ofPrompt(name);
        byte[] content = text != null
                ? workingCopy.asStored(path, text)
                : workingCopy.blob(path).map(Blob::bytes).orElseThrow(() -> absent(name));
        return history.blame(name, content);
    }

    @Override
    public PromptFiles files() {
        return files;
    }

    @Override
    public Optional<IndexLock> lock() {
        return IndexLock.of(workspace);
    }

    @Override
    public PromptSearch search() {
        return search;
    }

    @Override
    public PromptCheck check() {
        return check;
    }

    @Override
    public void close() {
        workspace.repository().close();
    }

    private Optional<StoredPrompt> onDisk(PromptRef ref, String path) {
        return workingCopy
                .text(path)
                .flatMap(text -> workingCopy
                        .blob(path)
                        .map(blob -> new StoredPrompt(
                                ref, path, text, null, blob.id().name())));
    }

    private List<PromptRevision> commitsOf(String name, int limit) {
        return history.first(name, limit).stream().map(LogEntry::revision).toList();
    }

    private List<String> names() {
        return List.copyOf(status.files().keySet());
    }

    private RevCommit commit(String revision, @Nullable String name) {
        return revisions.commit(revision).orElseThrow(() -> {
            String hints = name == null ? "" : hints(name);
            return new InputException("There is no revision '" + revision + "' in " + root() + ": "
                    + (hints.isEmpty()
                            ? "give a branch, a tag or a commit id"
                            : "the latest of " + name + " are " + hints));
        });
    }

    private String hints(String name) {
        return commitsOf(name, HINTS).stream()
                .map(commit -> commit.shortId() + " (" + commit.subject() + ")")
                .collect(Collectors.joining(", "));
    }

    private InputException absent(String name) {
        String path = WorkspacePaths.ofPrompt(name);
        Optional<FileProblem> leftOut = problems().stream()
                .filter(problem -> (path + "/").startsWith(problem.path() + "/"))
                .findFirst();
        if (leftOut.isPresent()) {
            return new InputException(leftOut.get().toString());
        }
        List<String> names = list().stream()
                .filter(entry -> entry.status() != GitStatus.DELETED)
                .map(PromptEntry::name)
                .toList();
        return new InputException("There is no prompt '" + name + "' in " + root() + suggestion(name, names));
    }

    private InputException absent(String name, RevCommit commit) {
        String hints = hints(name);
        String mend = hints.isEmpty() ? suggestion(name, revisions.names(commit)) : ": its latest commits are " + hints;
        return new InputException(
                "There is no prompt '" + name + "' at " + commit.abbreviate(7).name() + mend);
    }

    private static String suggestion(String name, List<String> names) {
        return names.stream()
                .filter(known -> known.endsWith("/" + name) || name.endsWith(known + ".prompt"))
                .findFirst()
                .or(() -> NearestName.find(name, names))
                .map(nearest -> ": did you mean " + nearest + "?")
                .orElse(names.isEmpty() ? ": it has no prompts" : ": the list of prompts shows what there is");
    }
}
