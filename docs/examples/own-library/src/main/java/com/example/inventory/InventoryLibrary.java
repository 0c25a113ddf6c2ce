package com.example.inventory;

import java.util.Map;
import java.util.Optional;
import org.bindbench.engine.Library;

/** The library as scripts see it: {@code inventory.warehouses.open()}. */
public final class InventoryLibrary implements Library {
  @Override
  public String name() {
    return "inventory";
  }

  @Override
  public Map<String, Object> namespaces() {
    return Map.of("warehouses", new Warehouses());
  }

  /** Without this method the rows "luaj, hand binding" are skipped, and all others measured. */
  @Override
  public Optional<Object> handBinding(String family) {
    return family.equals(LUAJ) ? Optional.of(new InventoryLuaBinding().library()) : Optional.empty();
  }
}
