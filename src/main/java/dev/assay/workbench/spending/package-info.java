/** What was spent of the budgets of a workspace, and what may still be spent. */
@NullMarked
package dev.assay.workbench.spending;

import org.jspecify.annotations.NullMarked;
