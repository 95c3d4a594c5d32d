/** The dialog that brings prompts and cases of other tools in. */
@NullMarked
package dev.assay.ui.exchange.imports;

import org.jspecify.annotations.NullMarked;
