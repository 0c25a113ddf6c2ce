package com.example.inventory;

/** The namespace {@code inventory.warehouses}: what scripts start from. */
public final class Warehouses {
  /** An empty warehouse. */
  public Warehouse open() {
    return new Warehouse();
  }
}
