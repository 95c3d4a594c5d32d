/** Ready-to-paste programs that send a prompt. */
@NullMarked
package dev.assay.exchange.code;

import org.jspecify.annotations.NullMarked;
