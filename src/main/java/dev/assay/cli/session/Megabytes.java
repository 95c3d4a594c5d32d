package dev.assay.cli.session;

import java.util.Locale;

/** Sizes as people read them. */
public final class Megabytes {
    private Megabytes() {}

    /** {@code 0.3 MB}. */
    public static String of(long bytes) {
        return String.format(Locale.ROOT, "%.1f MB", bytes / (double) (1 << 20));
    }
}
