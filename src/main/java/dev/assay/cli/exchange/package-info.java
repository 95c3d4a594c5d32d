/** The commands that bring prompts and cases in from other tools and hand them out. */
@NullMarked
package dev.assay.cli.exchange;

import org.jspecify.annotations.NullMarked;
