/** Opens a workspace and holds its services; the use cases that the window and the command line share. */
@NullMarked
package dev.assay.workbench;

import org.jspecify.annotations.NullMarked;
