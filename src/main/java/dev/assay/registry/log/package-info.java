/** The history of a prompt: the commits that changed it across renames, and who wrote each line. */
@NullMarked
package dev.assay.registry.log;

import org.jspecify.annotations.NullMarked;
