/** Checks the values of a prompt against the schema of its inputs, and reads text as the type that is declared. */
@NullMarked
package dev.assay.prompt.inputs;

import org.jspecify.annotations.NullMarked;
