package dev.assay.experiment.dataset;

import dev.assay.llm.InputException;
import dev.assay.registry.merge.ThreeWayMerge;
import dev.assay.settings.WholeFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A file of cases as it was when it was last read or written here. What another program has written since is never
 * overwritten unasked.
 *
 * @param file where it lies
 * @param content what it held
 */
public record DatasetFile(Path file, Utf8Text content) {

    /** What became of an attempt to write. */
    public sealed interface Outcome {
        /** The file holds the new text. */
        record Written(DatasetFile now) implements Outcome {}

        /** Another program has changed the file, which was left alone. */
        record Changed(DatasetFile theirs) implements Outcome {}

        /** The file is gone; nothing was written. */
        record Gone() implements Outcome {}
    }

    /** Reads a file; throws {@link InputException} where it is absent, too large, binary or not UTF-8. */
    public static DatasetFile read(Path file) {
        return new DatasetFile(file, Utf8Text.read(file));
    }

    /**
     * Makes a new file.
     *
     * @throws InputException where there is one already
     */
    public static DatasetFile create(Path file, String text) {
        if (Files.exists(file)) {
            throw new InputException(file.getFileName() + " is there already: choose another name");
        }
        WholeFile.write(file, text);
        return new DatasetFile(file, new Utf8Text(text, false));
    }

    /** Its rows; throws {@link InputException} where it is empty or broken, naming line and column. */
    public DatasetDocument open() {
        return DatasetDocument.parse(file.toString(), content.text());
    }

    /** Puts a text in its place, as a whole, unless the file is no longer what it was. */
    public Outcome write(String text) {
        if (!Files.exists(file)) {
            return new Outcome.Gone();
        }
        DatasetFile now = read(file);
        return now.content().equals(content) ? new Outcome.Written(overwrite(text)) : new Outcome.Changed(now);
    }

    /** Puts a text in its place whatever it holds now; where it is gone it is made again. */
    public DatasetFile overwrite(String text) {
        var fresh = new Utf8Text(text, content.marked());
        WholeFile.write(file, fresh.whole());
        return new DatasetFile(file, fresh);
    }

    /**
     * Both changes in one text, line by line; empty where they touch the same rows.
     *
     * @param mine what was made here of what the file held
     * @param theirs what the file holds now
     */
    public Optional<String> merge(String mine, DatasetFile theirs) {
        ThreeWayMerge merge =
                ThreeWayMerge.of(content.text(), mine, theirs.content().text());
        return merge.isClean() ? Optional.of(merge.text()) : Optional.empty();
    }
}
