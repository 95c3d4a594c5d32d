/** The commands about routes: which model is asked for what. */
@NullMarked
package dev.assay.cli.routes;

import org.jspecify.annotations.NullMarked;
