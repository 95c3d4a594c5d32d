/** Fetch, pull and push on the command line. */
@NullMarked
package dev.assay.cli.prompts.remotes;

import org.jspecify.annotations.NullMarked;
