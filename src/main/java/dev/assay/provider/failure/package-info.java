/** Errors of providers as what they mean, with what may be repeated and when, and nothing secret. */
@NullMarked
package dev.assay.provider.failure;

import org.jspecify.annotations.NullMarked;
