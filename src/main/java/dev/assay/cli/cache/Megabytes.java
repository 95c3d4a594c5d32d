package dev.assay.cli.cache;

import java.util.Locale;

/** Sizes as people read them. */
final class Megabytes {
    private Megabytes() {}

    /** {@code 0.3 MB}. */
    static String of(long bytes) {
        return String.format(Locale.ROOT, "%.1f MB", bytes / (double) (1 << 20));
    }
}
