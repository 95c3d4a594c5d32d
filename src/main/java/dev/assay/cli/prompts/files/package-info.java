/** Commands that move, copy, delete and restore the files of prompts. */
@NullMarked
package dev.assay.cli.prompts.files;

import org.jspecify.annotations.NullMarked;
