/** The command line: one command a file. */
@NullMarked
package dev.assay.cli;

import org.jspecify.annotations.NullMarked;
