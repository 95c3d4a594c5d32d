/** The commands that make prompts shorter. */
@NullMarked
package dev.assay.cli.compact;

import org.jspecify.annotations.NullMarked;
