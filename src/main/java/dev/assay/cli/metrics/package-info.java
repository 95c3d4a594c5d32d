/** What calls took, on the command line. */
@NullMarked
package dev.assay.cli.metrics;

import org.jspecify.annotations.NullMarked;
