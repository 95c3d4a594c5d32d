/** Watches whether prompts still do as well as the workspace wants them to. */
@NullMarked
package dev.assay.workbench.quality;

import org.jspecify.annotations.NullMarked;
