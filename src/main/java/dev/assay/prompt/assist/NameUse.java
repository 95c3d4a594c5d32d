package dev.assay.prompt.assist;

import dev.assay.prompt.inputs.SchemaType;
import org.jspecify.annotations.Nullable;

/**
 * A name in the body and what it means there.
 *
 * @param kind what it means
 * @param name as it is called, without brackets
 * @param start offset of the name itself
 * @param end offset after it
 * @param type the type of the value that the whole path leads to
 * @param declaredAt offset of the block parameter that it refers to, or -1
 */
public record NameUse(Kind kind, String name, int start, int end, SchemaType type, int declaredAt) {
    /** What a name means. */
    public enum Kind {
        /** An input of the prompt. */
        INPUT,
        /** A name after {@code as}. */
        PARAMETER,
        /** A field of an element inside {@code each} or {@code with}. */
        FIELD,
        /** A value that begins with {@code @}. */
        DATA,
        HELPER
    }

    /** Whether an offset lies in the name or at its end. */
    public boolean covers(int offset) {
        return start <= offset && offset <= end;
    }

    /** Whether both names mean the same. */
    public boolean sameAs(@Nullable NameUse other) {
        return other != null && kind == other.kind && name.equals(other.name) && declaredAt == other.declaredAt;
    }
}
