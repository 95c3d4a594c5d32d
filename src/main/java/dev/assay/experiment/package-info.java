/** Runs variants over cases and compares them. */
@NullMarked
package dev.assay.experiment;

import org.jspecify.annotations.NullMarked;
