package dev.assay.history.keeping;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was found when the whole history was read.
 *
 * @param rows read, by table, in the order of their names
 * @param bytes of the file
 * @param encrypted whether a passphrase is needed to read it
 */
public record Checked(Map<String, Long> rows, long bytes, boolean encrypted) {
    public Checked {
        rows = Collections.unmodifiableMap(new TreeMap<>(rows));
    }
}
