/** What all wire protocols share: one HTTP client, line and event readers, deadlines and the table of errors. */
@NullMarked
package dev.assay.provider.http;

import org.jspecify.annotations.NullMarked;
