/** The repository of the workspace in the window: branches, exchange with remotes and conflicts. */
@NullMarked
package dev.assay.ui.repository;

import org.jspecify.annotations.NullMarked;
