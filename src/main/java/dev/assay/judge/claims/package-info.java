/** Judges answers claim by claim: what they claim is listed, and each claim checked by itself. */
@NullMarked
package dev.assay.judge.claims;

import org.jspecify.annotations.NullMarked;
