package dev.assay.registry.compare;

import dev.assay.registry.git.Blob;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.eclipse.jgit.diff.DiffAlgorithm;
import org.eclipse.jgit.diff.DiffAlgorithm.SupportedAlgorithm;
import org.eclipse.jgit.diff.DiffFormatter;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;

/** Writes the unified diff of one file. Compares what git stores, so line ends that git converts are no difference. */
public final class PromptDiff {
    private PromptDiff() {}

    /** The diff as git prints it; empty where both sides are the same or absent. */
    public static String of(String path, Optional<Blob> from, Optional<Blob> to) {
        if (from.map(Blob::id).equals(to.map(Blob::id))) {
            return "";
        }
        var out = new ByteArrayOutputStream();
        out.writeBytes(header(path, from, to).getBytes(StandardCharsets.UTF_8));
        RawText before = text(from);
        RawText after = text(to);
        var edits =
                DiffAlgorithm.getAlgorithm(SupportedAlgorithm.HISTOGRAM).diff(RawTextComparator.DEFAULT, before, after);
        try (var formatter = new DiffFormatter(out)) {
            formatter.format(edits, before, after);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    /** The diff of two texts of one file. */
    public static String of(String path, String before, String after) {
        return of(path, Optional.of(Blob.of(before)), Optional.of(Blob.of(after)));
    }

    private static String header(String path, Optional<Blob> from, Optional<Blob> to) {
        String change = from.isEmpty() ? "new file mode 100644\n" : to.isEmpty() ? "deleted file mode 100644\n" : "";
        return "diff --git a/" + path + " b/" + path + "\n" + change
                + "index " + shortId(from) + ".." + shortId(to) + (change.isEmpty() ? " 100644\n" : "\n")
                + "--- " + (from.isEmpty() ? "/dev/null" : "a/" + path) + "\n"
                + "+++ " + (to.isEmpty() ? "/dev/null" : "b/" + path) + "\n";
    }

    private static String shortId(Optional<Blob> blob) {
        return blob.map(b -> b.id().abbreviate(7).name()).orElse("0000000");
    }

    private static RawText text(Optional<Blob> blob) {
        return new RawText(blob.map(Blob::bytes).orElse(new byte[0]));
    }
}
