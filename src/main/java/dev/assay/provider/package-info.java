/** The gateway to all configured providers. */
@NullMarked
package dev.assay.provider;

import org.jspecify.annotations.NullMarked;
