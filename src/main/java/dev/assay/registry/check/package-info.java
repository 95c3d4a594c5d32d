/** Finds prompts that cannot be used as they are. */
@NullMarked
package dev.assay.registry.check;

import org.jspecify.annotations.NullMarked;
