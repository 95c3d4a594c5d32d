/** Commands that ask providers other things than for answers. */
@NullMarked
package dev.assay.cli.models;

import org.jspecify.annotations.NullMarked;
