/** Compares what git has stored: a prompt as a unified diff, and all files of two revisions. */
@NullMarked
package dev.assay.registry.compare;

import org.jspecify.annotations.NullMarked;
