/** How a language model is asked to judge: texts set apart, one retry, every call kept. */
@NullMarked
package dev.assay.judge.asking;

import org.jspecify.annotations.NullMarked;
