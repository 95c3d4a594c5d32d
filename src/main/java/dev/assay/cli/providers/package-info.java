/** Commands for the providers of a workspace: the usual ones, those on this machine, and adding them. */
@NullMarked
package dev.assay.cli.providers;

import org.jspecify.annotations.NullMarked;
