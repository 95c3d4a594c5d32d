/** The ways to a provider over a proxy. */
@NullMarked
package dev.assay.provider.proxy;

import org.jspecify.annotations.NullMarked;
