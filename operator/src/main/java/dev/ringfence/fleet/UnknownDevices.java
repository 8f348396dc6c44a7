package dev.ringfence.fleet;

/**
 * Devices that no catalog knows. They are counted as phones.
 *
 * @param name the model or product, as the inventory names it
 */
public record UnknownDevices(String name, long count) {}
