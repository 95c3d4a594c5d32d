/** Changes of {@code providers.yaml} at single values: what else stands in the file stays as it is, comments included. */
@NullMarked
package dev.assay.settings.edit;

import org.jspecify.annotations.NullMarked;
