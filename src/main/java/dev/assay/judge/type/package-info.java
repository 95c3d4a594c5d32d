/** What kinds of judge there are, and how their settings are checked. */
@NullMarked
package dev.assay.judge.type;

import org.jspecify.annotations.NullMarked;
