package com.example.inventory;

/** Pieces of one article, packed to be sent. */
public final class Parcel {
  private final String article;
  private final long pieces;

  Parcel(String article, long pieces) {
    this.article = article;
    this.pieces = pieces;
  }

  /** What is in it. */
  public String article() {
    return article;
  }

  /** How many are in it. */
  public long pieces() {
    return pieces;
  }
}
