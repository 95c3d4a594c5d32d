/** Tells from the history what caches of providers, and our own, would have saved. */
@NullMarked
package dev.assay.workbench.caching;

import org.jspecify.annotations.NullMarked;
