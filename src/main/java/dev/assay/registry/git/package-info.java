/** What the registry stands on: the repository of a workspace, paths that stay inside it, and git's failures in words. */
@NullMarked
package dev.assay.registry.git;

import org.jspecify.annotations.NullMarked;
