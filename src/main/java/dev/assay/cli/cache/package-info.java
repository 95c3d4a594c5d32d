/** Commands around the answers that are kept for later. */
@NullMarked
package dev.assay.cli.cache;

import org.jspecify.annotations.NullMarked;
