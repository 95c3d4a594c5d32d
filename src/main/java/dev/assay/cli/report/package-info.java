/** Writes results for people (tables) and for programs (JSON, CSV). */
@NullMarked
package dev.assay.cli.report;

import org.jspecify.annotations.NullMarked;
