/** Readers of streams: lines, events and the event frames of AWS. */
@NullMarked
package dev.assay.provider.stream;

import org.jspecify.annotations.NullMarked;
