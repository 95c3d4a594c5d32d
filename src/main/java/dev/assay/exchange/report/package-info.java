/** What an import or export converted, kept and left out. */
@NullMarked
package dev.assay.exchange.report;

import org.jspecify.annotations.NullMarked;
