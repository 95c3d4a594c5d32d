/** Commands around how well prompts do over time. */
@NullMarked
package dev.assay.cli.quality;

import org.jspecify.annotations.NullMarked;
