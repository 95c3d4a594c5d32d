/** What all importers of conversations share: roles, messages, parameters, and the prompt while it is put together. */
@NullMarked
package dev.assay.exchange.chat;

import org.jspecify.annotations.NullMarked;
