/** Prompts as files of a git repository: list, load at any revision, save, commit, log and diff. */
@NullMarked
package dev.assay.registry;

import org.jspecify.annotations.NullMarked;
