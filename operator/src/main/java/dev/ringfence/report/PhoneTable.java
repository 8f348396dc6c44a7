package dev.ringfence.report;

import java.time.Instant;
import java.util.function.UnaryOperator;

/** The table of phones in text: a line per model, firmware, site and sign-in, and below it why. */
final class PhoneTable {
  private PhoneTable() {}

  static TextTable of(PhoneLines phones, Instant at, TextLayout layout) {
    TextTable table =
        new TextTable(
            TextTable.left("Model"),
            TextTable.left("Firmware"),
            TextTable.left("Site"),
            TextTable.left("Sign-in"),
            TextTable.right("Phones"),
            TextTable.left("Outcome").painted(cell -> paint(cell, layout)),
            TextTable.left("Breaks at"));
    for (PhoneLines.Line line : phones.lines()) {
      table.row(
          model(line),
          line.firmware(),
          line.site().isEmpty() ? "-" : line.site(),
          line.signIn(),
          phones(line),
          line.outcome().label(),
          Wording.breaksAt(line, at));
      if (!line.notes().isEmpty()) {
        table.under(phones.reasons(line));
      }
    }
    return table;
  }

  /** {@code CX600 (aries)}; a model that no catalog knows stands alone. */
  static String model(PhoneLines.Line line) {
    String model = line.model().isEmpty() ? "unknown" : line.model();
    return line.family() == null ? model : "%s (%s)".formatted(model, line.family());
  }

  static String phones(PhoneLines.Line line) {
    return Wording.count(line.phones()) + (line.spare() ? " spare" : "");
  }

  private static UnaryOperator<String> paint(String outcome, TextLayout layout) {
    return switch (outcome) {
      case "Broken" -> layout::red;
      case "Undetermined", "AtRisk" -> layout::yellow;
      case "Compatible" -> layout::green;
      default -> UnaryOperator.identity();
    };
  }
}
