/** What differs between two texts: by lines, by words within them, and by stretches that can be taken one by one. */
@NullMarked
package dev.assay.registry.diff;

import org.jspecify.annotations.NullMarked;
