/** The YAML settings at the head of a prompt file, with the place of every key, and the short form of schemas in it. */
@NullMarked
package dev.assay.prompt.frontmatter;

import org.jspecify.annotations.NullMarked;
