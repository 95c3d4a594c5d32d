/** Commands that look back at earlier runs. */
@NullMarked
package dev.assay.cli.runs;

import org.jspecify.annotations.NullMarked;
