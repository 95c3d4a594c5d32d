/** Text with places in it, and what is wrong at a place. */
@NullMarked
package dev.assay.prompt.source;

import org.jspecify.annotations.NullMarked;
