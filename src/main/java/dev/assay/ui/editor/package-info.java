/** The prompt editor and the parts that can be installed into it: colours, problems, indentation, search. */
@NullMarked
package dev.assay.ui.editor;

import org.jspecify.annotations.NullMarked;
