/** Looks at a prompt's body as lines, and finds what in it has a form that must stay: code, tables, data, examples. */
@NullMarked
package dev.assay.prompt.compact.body;

import org.jspecify.annotations.NullMarked;
