/** Files to import, the files beside them, and proper names for what they hold. */
@NullMarked
package dev.assay.exchange.source;

import org.jspecify.annotations.NullMarked;
