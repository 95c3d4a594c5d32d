package dev.assay.registry.git;

import java.nio.charset.StandardCharsets;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;

/**
 * The content of a file as git stores it.
 *
 * @param id its content id
 * @param bytes the content, line ends and filters applied as on check-in
 */
public record Blob(ObjectId id, byte[] bytes) {

    /** The content that a text has where no line ends are converted. */
    public static Blob of(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try (var hash = new ObjectInserter.Formatter()) {
            return new Blob(hash.idFor(Constants.OBJ_BLOB, bytes), bytes);
        }
    }

    /** The content id in hex. */
    public String name() {
        return id.name();
    }
}
