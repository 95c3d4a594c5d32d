/** How good the judges of a comparison are: against people's votes, by what sways them, and among themselves. */
@NullMarked
package dev.assay.ui.results.judges;

import org.jspecify.annotations.NullMarked;
