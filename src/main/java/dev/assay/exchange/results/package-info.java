/** Reports of runs: what the window and the command line write for people and for other programs. */
@NullMarked
package dev.assay.exchange.results;

import org.jspecify.annotations.NullMarked;
