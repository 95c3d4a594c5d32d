/** A run as JUnit XML, for build servers. */
@NullMarked
package dev.assay.exchange.results.junit;

import org.jspecify.annotations.NullMarked;
