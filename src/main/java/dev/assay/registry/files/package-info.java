/** The prompts as files of the working copy: read, written, renamed, duplicated, deleted and brought back. */
@NullMarked
package dev.assay.registry.files;

import org.jspecify.annotations.NullMarked;
