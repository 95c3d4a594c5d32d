/** Rules about the size, time and price of an answer. */
@NullMarked
package dev.assay.judge.measure;

import org.jspecify.annotations.NullMarked;
