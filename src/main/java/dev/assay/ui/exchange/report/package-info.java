/** What an import or export did, to read, filter, copy and save. */
@NullMarked
package dev.assay.ui.exchange.report;

import org.jspecify.annotations.NullMarked;
