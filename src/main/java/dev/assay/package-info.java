/** The entry point. */
@NullMarked
package dev.assay;

import org.jspecify.annotations.NullMarked;
