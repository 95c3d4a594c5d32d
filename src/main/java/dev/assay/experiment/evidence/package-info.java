/** What was measured of a prompt, as the trailers of a commit tell it. */
@NullMarked
package dev.assay.experiment.evidence;

import org.jspecify.annotations.NullMarked;
