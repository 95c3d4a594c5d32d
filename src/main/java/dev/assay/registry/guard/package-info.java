/** What the repository of a stranger must not make Assay do: wait, run programs, or touch what lies outside. */
@NullMarked
package dev.assay.registry.guard;

import org.jspecify.annotations.NullMarked;
