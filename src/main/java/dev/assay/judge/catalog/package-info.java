/** Every kind of judge by its name, and metrics as people write them. */
@NullMarked
package dev.assay.judge.catalog;

import org.jspecify.annotations.NullMarked;
