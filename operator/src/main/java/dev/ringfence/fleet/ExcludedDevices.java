package dev.ringfence.fleet;

/**
 * Devices of an inventory that a catalog classes as no phone, such as a desktop client.
 *
 * @param name as the catalog names them
 */
public record ExcludedDevices(String name, long count) {
  public ExcludedDevices {
    if (count < 0) {
      throw new IllegalArgumentException(
          "%s counts %d devices, expected 0 or more".formatted(name, count));
    }
  }
}
