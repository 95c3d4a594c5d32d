/** Commands that run a comparison, and what they say while it runs. */
@NullMarked
package dev.assay.cli.comparing;

import org.jspecify.annotations.NullMarked;
