/** Commands on the history of a prompt: commit, log, diff and blame. */
@NullMarked
package dev.assay.cli.prompts.versions;

import org.jspecify.annotations.NullMarked;
