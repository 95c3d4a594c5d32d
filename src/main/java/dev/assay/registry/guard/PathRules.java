package dev.assay.registry.guard;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.jgit.treewalk.FileTreeIterator.FileEntry;
import org.eclipse.jgit.treewalk.FileTreeIterator.FileModeStrategy;
import org.eclipse.jgit.util.FS;

/**
 * A file of rules that git matches every path with. Rules whose matching would not end in a lifetime are left out, and so
 * is what comes after a megabyte.
 */
final class PathRules extends FileEntry {
    private static final Set<String> NAMES = Set.of(".gitignore", ".gitattributes");
    private static final int LARGEST = 1 << 20;

    /** In one part of a path; the work grows with the length of a name to this power. */
    private static final int MOST_STARS = 4;

    private static final int MOST_DOUBLE_STARS = 6;

    PathRules(File file, FS files, FileModeStrategy strategy) {
        super(file, files, strategy);
    }

    /** Whether a file of that name holds rules. */
    static boolean isNamed(String name) {
        return NAMES.contains(name);
    }

    @Override
    public InputStream openInputStream() throws IOException {
        try (InputStream in = super.openInputStream()) {
            byte[] bytes = in.readNBytes(LARGEST);
            String text = new String(bytes, StandardCharsets.ISO_8859_1);
            if (text.lines().allMatch(PathRules::ends)) {
                return new ByteArrayInputStream(bytes);
            }
            String kept = text.lines().filter(PathRules::ends).collect(Collectors.joining("\n", "", "\n"));
            return new ByteArrayInputStream(kept.getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    private static boolean ends(String rule) {
        String[] parts = rule.split("/", -1);
        return Arrays.stream(parts).allMatch(part -> stars(part) <= MOST_STARS)
                && Arrays.stream(parts).filter("**"::equals).count() <= MOST_DOUBLE_STARS;
    }

    private static int stars(String part) {
        int stars = 0;
        for (int i = 0; i < part.length(); i++) {
            boolean begins = part.charAt(i) == '*' && (i == 0 || part.charAt(i - 1) != '*');
            stars += begins ? 1 : 0;
        }
        return stars;
    }
}
