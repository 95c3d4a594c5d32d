/** Commands that look at files of cases, check them and add to them. */
@NullMarked
package dev.assay.cli.dataset;

import org.jspecify.annotations.NullMarked;
