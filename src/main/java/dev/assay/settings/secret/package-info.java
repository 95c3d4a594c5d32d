/** Keys kept outside of the environment and of the repository: a file that only a passphrase opens. */
@NullMarked
package dev.assay.settings.secret;

import org.jspecify.annotations.NullMarked;
