package dev.assay.history.database;

import dev.assay.llm.StorageException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the first bytes of an H2 file say of its length. */
final class FileHeader {
    private static final int BYTES = 4096;

    /** {@code H:2,block:2d,blockSize:1000,...}: where the newest part known to the header begins, in hex blocks. */
    private static final Pattern NEWEST = Pattern.compile("^H:\\d+,block:(\\p{XDigit}+),blockSize:(\\p{XDigit}+),");

    private static final Pattern VERSION = Pattern.compile("^H:\\d+,.*,version:(\\p{XDigit}+),");

    private FileHeader() {}

    /** The newest version of the content that the file itself names; 0 where there is no file, or it is encrypted. */
    static long version(Path file) {
        if (!Files.exists(file)) {
            return 0;
        }
        try (var in = Files.newInputStream(file)) {
            Matcher header = VERSION.matcher(new String(in.readNBytes(BYTES), StandardCharsets.ISO_8859_1));
            return header.find() ? Long.parseLong(header.group(1), 16) : 0;
        } catch (IOException e) {
            throw DatabaseFile.failed("Cannot read the run history " + file, e);
        }
    }

    /**
     * Refuses a file that was cut short. H2 would open it as it was some time before, and the next write would lose the
     * rest for good.
     */
    static void requireWhole(Path file) {
        if (!Files.exists(file)) {
            return;
        }
        try (var in = Files.newInputStream(file)) {
            Matcher header = NEWEST.matcher(new String(in.readNBytes(BYTES), StandardCharsets.ISO_8859_1));
            if (header.find()) {
                long needed = Long.parseLong(header.group(1), 16) * Long.parseLong(header.group(2), 16);
                if (Files.size(file) <= needed) {
                    throw new DamagedException("Cannot open the run history " + file + ": it was cut short to "
                            + Files.size(file) + " bytes");
                }
            }
        } catch (IOException e) {
            throw new StorageException("Cannot read the run history " + file + ": " + HistorySession.reason(e), e);
        }
    }
}
