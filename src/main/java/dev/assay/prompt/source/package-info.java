/** Text with places in it, what is wrong at a place, and whose rules it is read by. */
@NullMarked
package dev.assay.prompt.source;

import org.jspecify.annotations.NullMarked;
