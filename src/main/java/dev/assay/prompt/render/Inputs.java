package dev.assay.prompt.render;

import dev.assay.prompt.source.Dialect;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The values for one rendering.
 *
 * @param values by variable name
 * @param optional names that may be missing; they render as nothing
 * @param context the {@code @} values, such as {@code @state}
 * @param dialect whose rules to render by
 */
public record Inputs(
        Map<String, @Nullable Object> values,
        Set<String> optional,
        Map<String, @Nullable Object> context,
        Dialect dialect) {}
