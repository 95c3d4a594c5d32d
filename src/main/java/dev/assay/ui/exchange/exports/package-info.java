/** The dialog that shows a prompt in another format. */
@NullMarked
package dev.assay.ui.exchange.exports;

import org.jspecify.annotations.NullMarked;
