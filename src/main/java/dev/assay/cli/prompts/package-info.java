/** Commands on the prompts of a workspace. */
@NullMarked
package dev.assay.cli.prompts;

import org.jspecify.annotations.NullMarked;
