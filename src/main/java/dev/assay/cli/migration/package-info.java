/** {@code assay migrate}: a prompt moves to another model. */
@NullMarked
package dev.assay.cli.migration;

import org.jspecify.annotations.NullMarked;
