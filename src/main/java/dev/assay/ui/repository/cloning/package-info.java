/** Makes a workspace out of a repository elsewhere, in a dialog that shows how far it is and can stop it. */
@NullMarked
package dev.assay.ui.repository.cloning;

import org.jspecify.annotations.NullMarked;
