/** What is known of models: which parameters they take, and how a request is fitted to them. */
@NullMarked
package dev.assay.provider.profile;

import org.jspecify.annotations.NullMarked;
