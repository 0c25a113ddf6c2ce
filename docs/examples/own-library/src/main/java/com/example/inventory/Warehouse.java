package com.example.inventory;

import java.util.HashMap;
import java.util.Map;

/** Articles and how many pieces of each are in stock; for one thread. */
public final class Warehouse {
  private final Map<String, Long> stock = new HashMap<>();

  /** Puts pieces in stock. */
  public void receive(String article, long pieces) {
    if (pieces < 1) throw new IllegalArgumentException("cannot receive " + pieces + " of " + article);
    stock.merge(article, pieces, Math::addExact);
  }

  /** How many pieces are in stock, 0 where the article is unknown. */
  public long stock(String article) {
    return stock.getOrDefault(article, 0L);
  }

  /**
   * Takes pieces out of the stock.
   *
   * @throws IllegalStateException where there are not as many
   */
  public Parcel pack(String article, long pieces) {
    long left = stock(article) - pieces;
    if (left < 0)
      throw new IllegalStateException("%d of %s are in stock, not %d".formatted(stock(article), article, pieces));
    stock.put(article, left);
    return new Parcel(article, pieces);
  }
}
