package dev.assay.workbench;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Something that is made when it is first asked for; where making it fails, the next call tries again. Thread-safe. */
final class Lazy<T> implements Supplier<T> {
    private final Supplier<T> maker;
    private @Nullable T made;

    Lazy(Supplier<T> maker) {
        this.maker = maker;
    }

    @Override
    public synchronized T get() {
        T existing = made;
        if (existing == null) {
            existing = maker.get();
            made = existing;
        }
        return existing;
    }
}
