/** Moves a prompt from one model to another: who could answer instead, and who is shown to be no worse. */
@NullMarked
package dev.assay.workbench.migration;

import org.jspecify.annotations.NullMarked;
