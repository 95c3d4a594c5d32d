package dev.assay.prompt.render;

import dev.assay.llm.Role;
import org.jspecify.annotations.Nullable;

/** A piece of a rendered template. Only helpers make marks; a value is text whatever it contains. */
public sealed interface Fragment {

    /** Text; never empty. */
    record Text(String text) implements Fragment {}

    /** From here on another role speaks. */
    record RoleMark(Role role) implements Fragment {}

    /** The earlier messages stand here. */
    record HistoryMark() implements Fragment {}

    /**
     * An image or other medium stands here.
     *
     * @param url its address
     * @param contentType its media type, or null where the author named none
     */
    record MediaMark(String url, @Nullable String contentType) implements Fragment {}

    /** A named section begins here. */
    record SectionMark(String name) implements Fragment {}
}
