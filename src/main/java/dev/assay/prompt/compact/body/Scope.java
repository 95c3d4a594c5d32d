package dev.assay.prompt.compact.body;

import java.util.List;

/**
 * Where in a template something stands.
 *
 * @param message how many marks that begin a message stand before it
 * @param path the branches of blocks around it, outermost first
 */
public record Scope(int message, List<String> path) {
    static final Scope TOP = new Scope(0, List.of());

    public Scope {
        path = List.copyOf(path);
    }

    /** Whether this is rendered, in the same message, wherever the other one is. */
    public boolean covers(Scope other) {
        return message == other.message
                && path.size() <= other.path.size()
                && path.equals(other.path.subList(0, path.size()));
    }
}
