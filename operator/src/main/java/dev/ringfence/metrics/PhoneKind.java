package dev.ringfence.metrics;

/** Platform, model and firmware as label values; what is not known reads {@code unknown}. */
public record PhoneKind(String platform, String model, String firmware) {
  /** Stands for the kinds that the cap on series left without a name. */
  static final PhoneKind OTHER = new PhoneKind("other", "other", "other");

  public PhoneKind {
    platform = orUnknown(platform);
    model = orUnknown(model);
    firmware = orUnknown(firmware);
  }

  private static String orUnknown(String value) {
    return value.isBlank() ? "unknown" : value;
  }
}
