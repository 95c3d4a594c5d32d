/** Commands on what models cost. */
@NullMarked
package dev.assay.cli.prices;

import org.jspecify.annotations.NullMarked;
