/** The Converse protocol of AWS Bedrock. */
@NullMarked
package dev.assay.provider.bedrock;

import org.jspecify.annotations.NullMarked;
