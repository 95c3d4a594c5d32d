package dev.assay.exchange.equivalence;

import dev.assay.llm.Role;

/** A message with its values filled in. */
public record RenderedTurn(Role role, String text) {}
