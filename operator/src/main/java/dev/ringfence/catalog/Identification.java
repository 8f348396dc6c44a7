package dev.ringfence.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the catalogs make of a model and a firmware version. */
public sealed interface Identification {
  /**
   * A firmware that the catalogs list or that lies among what they list.
   *
   * @param model null if the catalogs do not know it
   * @param alternatives one, or one for each family if the model is unknown; never empty
   */
  record Known(String platform, @Nullable PhoneModel model, List<FirmwareFacts> alternatives)
      implements Identification {
    public Known {
      alternatives = List.copyOf(alternatives);
      if (alternatives.isEmpty()) {
        throw new IllegalArgumentException("a known firmware has no facts, expected one or more");
      }
    }
  }

  /**
   * The catalogs do not know the platform or the firmware.
   *
   * @param reason a full sentence
   */
  record Unknown(String reason) implements Identification {}

  /**
   * Something else that inventories list.
   *
   * @param name what it is, such as {@code Lync desktop client}
   */
  record NotAPhone(String name) implements Identification {}
}
