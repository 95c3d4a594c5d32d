/** Checks of what Assay needs around it. */
@NullMarked
package dev.assay.cli.doctor;

import org.jspecify.annotations.NullMarked;
