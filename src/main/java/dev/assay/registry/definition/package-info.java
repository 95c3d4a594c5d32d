/** The files of a workspace that define schemas and tools by name. */
@NullMarked
package dev.assay.registry.definition;

import org.jspecify.annotations.NullMarked;
