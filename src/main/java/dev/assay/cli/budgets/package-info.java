/** The budgets of a workspace on the command line. */
@NullMarked
package dev.assay.cli.budgets;

import org.jspecify.annotations.NullMarked;
