package dev.ringfence.catalog;

/**
 * One thing that is wrong in a catalog.
 *
 * @param place such as {@code spec.releases[3].version} or {@code line 12, column 5}
 * @param message a full sentence with what was expected and what was found
 */
public record CatalogDefect(String catalog, String place, String message) {

  @Override
  public String toString() {
    return catalog + ", " + place + ": " + message;
  }
}
