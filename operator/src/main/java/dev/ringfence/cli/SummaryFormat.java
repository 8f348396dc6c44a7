package dev.ringfence.cli;

import dev.ringfence.fleet.FleetGroup;
import dev.ringfence.fleet.InventorySummary;
import dev.ringfence.gather.FleetSummarizer;
import dev.ringfence.report.TextLayout;
import dev.ringfence.report.TextPage;
import dev.ringfence.report.TextTable;

/** How a counted inventory is written. */
enum SummaryFormat {
  YAML,
  TEXT;

  String render(String fleet, InventorySummary summary, TextLayout layout) {
    return switch (this) {
      case YAML -> FleetSummarizer.yaml(fleet, summary);
      case TEXT -> text(summary, layout);
    };
  }

  private static String text(InventorySummary summary, TextLayout layout) {
    TextPage page = new TextPage(layout);
    page.heading(
        "%,d phones in %,d groups from %,d rows"
            .formatted(summary.phones(), summary.groups().size(), summary.rows()));
    TextTable table =
        new TextTable(
            TextTable.left("Model"),
            TextTable.left("Firmware"),
            TextTable.left("Site"),
            TextTable.left("Sign-in"),
            TextTable.right("Phones"),
            TextTable.left("Last seen"));
    for (FleetGroup group : summary.groups()) {
      table.row(
          group.model().isEmpty() ? "unknown" : group.model(),
          group.firmware(),
          group.site().isEmpty() ? "-" : group.site(),
          group.signIn().label(),
          "%,d".formatted(group.phones()),
          group.lastSeen() == null ? "-" : group.lastSeen().toString());
    }
    page.table(table);
    page.heading("Notes");
    summary.notes().forEach(note -> page.item("- ", note));
    summary
        .excluded()
        .forEach(
            devices ->
                page.item(
                    "- ",
                    "Not counted, no phones: %s (%,d)."
                        .formatted(devices.name(), devices.count())));
    summary
        .unknown()
        .forEach(
            devices ->
                page.item(
                    "- ", "In no catalog: %s (%,d).".formatted(devices.name(), devices.count())));
    if (summary.refusedRows() > 0) {
      page.item(
          "- ", "%,d rows were refused and are not counted.".formatted(summary.refusedRows()));
    }
    return page.toString();
  }
}
