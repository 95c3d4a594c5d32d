/** Brings prompts and cases from other tools in and hands them out: the formats there are and how to tell them apart. */
@NullMarked
package dev.assay.exchange;

import org.jspecify.annotations.NullMarked;
