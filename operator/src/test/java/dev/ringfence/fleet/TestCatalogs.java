package dev.ringfence.fleet;

import dev.ringfence.catalog.EvidenceLevel;
import dev.ringfence.catalog.FirmwareCatalog;
import dev.ringfence.catalog.FirmwareCatalogs;
import dev.ringfence.catalog.NotPhone;
import dev.ringfence.catalog.PhoneFamily;
import dev.ringfence.catalog.PhoneModel;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Catalogs that know names and nothing else. */
public final class TestCatalogs {
  private TestCatalogs() {}

  /** Models of Lync Phone Edition, one of another platform, and a desktop client. */
  public static FirmwareCatalogs phones() {
    return new FirmwareCatalogs(
        List.of(
            catalog(
                "lync-phone-edition",
                List.of(
                    model("CX500", "Polycom"),
                    model("CX600", "Polycom"),
                    model("CX3000", "Polycom"),
                    model("CX700", "Polycom"),
                    model("HP4120", "HP", "HP/4120"),
                    model("6725ip", "Aastra"),
                    model("IP8540", "LG-Nortel"))),
            catalog("acme", List.of(model("Desk 1", "Acme")))));
  }

  private static PhoneModel model(String id, String manufacturer, String... aliases) {
    return new PhoneModel(
        id,
        "only",
        manufacturer,
        Stream.concat(Stream.of(manufacturer + '/' + id), Stream.of(aliases)).toList(),
        null,
        EvidenceLevel.DOCUMENTED,
        List.of(),
        null);
  }

  private static FirmwareCatalog catalog(String platform, List<PhoneModel> models) {
    return new FirmwareCatalog(
        platform,
        platform,
        null,
        0,
        List.of(),
        List.of(new PhoneFamily("only", List.of(), EvidenceLevel.DOCUMENTED, List.of(), null)),
        models,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(
            notPhone("desktop client", "UCCAPI/", null), notPhone("camera", null, "RoundTable")));
  }

  private static NotPhone notPhone(
      String name, @Nullable String userAgent, @Nullable String model) {
    return new NotPhone(name, userAgent, model, EvidenceLevel.DOCUMENTED, List.of());
  }
}
