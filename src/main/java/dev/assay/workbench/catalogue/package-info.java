/** The models that providers offer, with what is known of them. */
@NullMarked
package dev.assay.workbench.catalogue;

import org.jspecify.annotations.NullMarked;
