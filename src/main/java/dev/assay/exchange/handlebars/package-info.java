/** Our own templates read into their meaning and written from it. */
@NullMarked
package dev.assay.exchange.handlebars;

import org.jspecify.annotations.NullMarked;
