/** Answers that were given before: kept on disk, and shared by equal calls that are under way. */
@NullMarked
package dev.assay.provider.cache;

import org.jspecify.annotations.NullMarked;
