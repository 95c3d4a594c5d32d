/** The window. */
@NullMarked
package dev.assay.ui;

import org.jspecify.annotations.NullMarked;
