/** Commands for the user's keys, of which no value is ever shown. */
@NullMarked
package dev.assay.cli.keys;

import org.jspecify.annotations.NullMarked;
