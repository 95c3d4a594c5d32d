/** What has changed between two runs of the same prompts, cases and judges. */
@NullMarked
package dev.assay.experiment.drift;

import org.jspecify.annotations.NullMarked;
