/** Commands around the history of all calls. */
@NullMarked
package dev.assay.cli.history;

import org.jspecify.annotations.NullMarked;
