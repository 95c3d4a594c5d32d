/** What helps to write the open prompt: completion, problems with their mends, renaming of variables. */
@NullMarked
package dev.assay.ui.prompts.assist;

import org.jspecify.annotations.NullMarked;
