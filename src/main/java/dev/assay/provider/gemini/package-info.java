/** Google's generateContent protocol. */
@NullMarked
package dev.assay.provider.gemini;

import org.jspecify.annotations.NullMarked;
