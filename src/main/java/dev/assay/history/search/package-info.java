/** Finding single calls: what is asked for, and the index of their words. */
@NullMarked
package dev.assay.history.search;

import org.jspecify.annotations.NullMarked;
