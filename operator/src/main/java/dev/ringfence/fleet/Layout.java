package dev.ringfence.fleet;

/**
 * How a file is to be read.
 *
 * @param format never {@link InventoryFormat#AUTO}
 */
record Layout(InventoryFormat format, char separator, DateOrder order) {

  boolean quoting() {
    return format == InventoryFormat.INVENTORY_REPORT || format == InventoryFormat.PLAIN;
  }

  RowFormat rows(String source, DeviceNames names) {
    return switch (format) {
      case INVENTORY_REPORT -> new ReportRows(source, names, new TimeText(order));
      case AUDIT_LOG -> new AuditLogRows(names, new TimeText(order));
      case USER_AGENTS -> new UserAgentRows(names);
      case PLAIN -> new PlainRows(source, names);
      case AUTO -> throw new IllegalStateException("the format is told before rows are read");
    };
  }

  /** A full sentence. */
  String sentence(String source, String encoding) {
    var fields =
        separator == Separator.NONE
            ? ""
            : ", fields separated by %s".formatted(Separator.name(separator));
    boolean dated =
        format == InventoryFormat.INVENTORY_REPORT || format == InventoryFormat.AUDIT_LOG;
    var dates =
        dated
            ? ", dates like 11/5/2026 "
                + (order == DateOrder.DAY_FIRST ? "day first" : "month first")
            : "";
    return "%s was read as %s: %s%s%s."
        .formatted(source, format.description(), encoding, fields, dates);
  }
}
