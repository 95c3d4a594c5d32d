/** Branches, merges, tags and stashes on the command line. */
@NullMarked
package dev.assay.cli.prompts.branches;

import org.jspecify.annotations.NullMarked;
