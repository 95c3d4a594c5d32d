package dev.assay.registry.merge.tree;

import dev.assay.llm.InputException;
import dev.assay.registry.git.PromptText;
import dev.assay.registry.git.WorkspacePaths;
import dev.assay.registry.merge.LineMerge;
import dev.assay.registry.merge.MergedText;
import dev.assay.registry.merge.PromptMerge;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;
import org.jspecify.annotations.Nullable;

/** Joins the versions of one file. */
public final class FileMerger {
    private final ObjectReader reader;

    public FileMerger(ObjectReader reader) {
        this.reader = reader;
    }

    /**
     * What becomes of a file.
     *
     * @param version what is put on disk, or null where the file goes
     * @param conflict whether the user has to decide
     */
    record Result(@Nullable Version version, boolean conflict) {}

    /** Joins a file; texts that were made are stored. The names stand at the markers of conflicts. */
    Result merge(Sides sides, ObjectInserter inserter, String oursName, String theirsName) throws IOException {
        Version base = sides.base();
        Version ours = sides.ours();
        Version theirs = sides.theirs();
        if (sides.apart()) {
            return new Result(ours == null ? theirs : ours, true);
        }
        if (Objects.equals(ours, theirs)) {
            return new Result(ours, false);
        }
        boolean oneIsGone = ours == null || theirs == null;
        if (!(oneIsGone && sides.isMoved())) {
            if (Objects.equals(ours, base)) {
                return new Result(theirs, false);
            }
            if (Objects.equals(theirs, base)) {
                return new Result(ours, false);
            }
        }
        if (ours == null || theirs == null) {
            return new Result(ours == null ? theirs : ours, true);
        }
        if (!ours.isFile() || !theirs.isFile()) {
            return new Result(ours, true);
        }
        FileMode mode = base != null && ours.mode().equals(base.mode()) ? theirs.mode() : ours.mode();
        return content(sides.path(), base, ours, theirs)
                .map(merged -> text(merged, mode, inserter, oursName, theirsName))
                .orElseGet(() -> new Result(ours, true));
    }

    private static Result text(
            MergedText merged, FileMode mode, ObjectInserter inserter, String oursName, String theirsName) {
        byte[] bytes = merged.withMarkers(oursName, theirsName).getBytes(StandardCharsets.UTF_8);
        try {
            return new Result(new Version(inserter.insert(Constants.OBJ_BLOB, bytes), mode), !merged.isClean());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Both texts joined; empty where one is no text, or too long to be one. */
    public Optional<MergedText> content(String path, @Nullable Version base, Version ours, Version theirs)
            throws IOException {
        Optional<String> before = base == null || !base.isFile() ? Optional.of("") : text(path, base);
        Optional<String> first = text(path, ours);
        Optional<String> second = text(path, theirs);
        if (before.isEmpty() || first.isEmpty() || second.isEmpty()) {
            return Optional.empty();
        }
        boolean prompt = path.endsWith(WorkspacePaths.ENDING);
        return Optional.of(
                prompt
                        ? PromptMerge.merge(before.get(), first.get(), second.get())
                        : LineMerge.merge(before.get(), first.get(), second.get()));
    }

    /** The text of a version; empty where it is none. */
    public Optional<String> text(String path, Version version) throws IOException {
        ObjectLoader loader = reader.open(version.id(), Constants.OBJ_BLOB);
        if (loader.getSize() > PromptText.LIMIT) {
            return Optional.empty();
        }
        byte[] bytes = loader.getBytes();
        try {
            return RawText.isBinary(bytes) ? Optional.empty() : Optional.of(PromptText.decode(path, bytes));
        } catch (InputException e) {
            return Optional.empty();
        }
    }
}
