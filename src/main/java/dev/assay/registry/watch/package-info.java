/** Tells at once what other programs change in a workspace. */
@NullMarked
package dev.assay.registry.watch;

import org.jspecify.annotations.NullMarked;
