/** {@code assay bisect}: the commit at which a prompt's score fell. */
@NullMarked
package dev.assay.cli.bisect;

import org.jspecify.annotations.NullMarked;
