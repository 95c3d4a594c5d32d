/** The lock by which git programs keep each other from writing: how old it is, who may hold it, and its removal. */
@NullMarked
package dev.assay.registry.lock;

import org.jspecify.annotations.NullMarked;
