/** Calls: one wire protocol carried over HTTP, watched by clocks, with what went wrong told in one line. */
@NullMarked
package dev.assay.provider.http;

import org.jspecify.annotations.NullMarked;
