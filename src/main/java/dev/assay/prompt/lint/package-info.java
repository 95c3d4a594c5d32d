/** Rules that a prompt can break without being wrong: what it passes, to whom, how long it is. */
@NullMarked
package dev.assay.prompt.lint;

import org.jspecify.annotations.NullMarked;
